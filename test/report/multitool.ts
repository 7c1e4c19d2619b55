import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const MULTITOOL = fileURLToPath(
  new URL('../../node_modules/@microsoft/sarif-multitool-linux', import.meta.url),
);
const FORCED = fileURLToPath(new URL('./multitool.xml', import.meta.url));

/** The multitool is a program for one machine. */
export const HAS_MULTITOOL = process.platform === 'linux' && process.arch === 'x64';

/** It takes seconds to start, on a busy machine many. */
export const PATIENCE = 180_000;

/** SARIF2006 asks the network, so the configuration has it off; WRN999 says that. SARIF2013 wants whole files embedded. */
export const OFFLINE = ['SARIF2013', 'WRN999'];

/** Rules of the multitool that the text breaks, each once. */
export function broken(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'pyaudit-sarif-'));
  try {
    const file = join(folder, 'a.sarif');
    const program = join(MULTITOOL, 'Sarif.Multitool');
    writeFileSync(file, text);
    chmodSync(program, 0o755);
    const output = execFileSync(
      program,
      [
        'validate',
        file,
        '--max-file-size-in-kb',
        '1000000',
        '--rule-kind',
        'Sarif;Ghas',
        '--config',
        FORCED,
        '--level',
        'Error;Warning;Note',
      ].concat(['--output', join(folder, 'out.sarif')]),
      { encoding: 'utf8' },
    );
    expect(output).toContain('Analysis completed successfully');
    return [
      ...new Set([...output.matchAll(/: (?:note|warning|error) ([A-Z]+\d+)/g)].map(([, id]) => id!)),
    ].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
