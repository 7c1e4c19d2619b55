import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = `${process.execPath} --import tsx bin/main.ts`;

/** Runs a line of shell in the repository, the tool from its sources as $TOOL. */
const shell = (line: string) =>
  spawnSync('bash', ['-o', 'pipefail', '-c', line], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TOOL: SOURCE },
  });

describe('the program', () => {
  it('says nothing when its reader has gone away', () => {
    const { stdout, stderr } = shell('$TOOL events --format json | head -1');
    expect([stdout, stderr]).toEqual(['{\n', '']);
  });

  it.runIf(existsSync('/dev/full'))('ends with 2 when the report is lost', () => {
    const { status, stderr } = shell('$TOOL events > /dev/full');
    expect(stderr).toMatch(/^pyaudit-lint: the report is lost: ENOSPC.*\n$/);
    expect(status).toBe(2);
  });

  it('reads standard input in place of a file', () => {
    const line = `printf 'import os\\nos.system("x")\\n' | $TOOL - --stdin-filename examples/new.py --isolated --format concise`;
    const { status, stdout } = shell(line);
    expect(stdout.split('\n')[0]).toBe("examples/new.py:2:4: warning os.system(command='x') PYA1013");
    expect(status).toBe(1);
  });

  it('passes the exit code on', () => {
    expect(shell('$TOOL --fromat x').status).toBe(2);
    expect(shell('$TOOL --version').status).toBe(0);
  });

  it('says what to do when it is not built', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pyaudit-bin-'));
    try {
      cpSync(join(ROOT, 'bin/pyaudit-lint'), join(folder, 'bin/pyaudit-lint.mjs'));
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/pyaudit-lint.mjs')], {
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([2, 'pyaudit-lint: not built yet; run `npm run compile`\n']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
