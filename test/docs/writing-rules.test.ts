import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { readPage } from './page.ts';

/** What follows the guide alone: its files, each named in its first line, beside a package that is installed. */
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pyaudit-guide-')));
  const installed = join(folder, 'node_modules/pyaudit-lint');
  mkdirSync(installed, { recursive: true });
  const manifest = { name: 'pyaudit-lint', type: 'module', exports: { './rule-tester': './rule-tester.js' } };
  writeFileSync(join(installed, 'package.json'), JSON.stringify(manifest));
  const sources = pathToFileURL(join(ROOT, 'bin/rule-tester.ts')).href;
  writeFileSync(join(installed, 'rule-tester.js'), `export * from ${JSON.stringify(sources)};\n`);
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(folder, 'node_modules/vitest'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  for (const { lines } of readPage('docs/writing-rules.md').blocks) {
    const name = /^(?:\/\/|#) (\S+\.(?:js|py))$/.exec(lines[0] ?? '')?.[1];
    if (name !== undefined) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TSX = ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/esm/index.mjs')).href];

function run(...words: readonly string[]) {
  const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, NODE_ENV, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...TSX, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NODE_OPTIONS: TSX.join(' '), NO_COLOR: '1' },
  });
  return { status, said: `${stdout}${stderr}` };
}

describe('the plugin of the guide', () => {
  it("passes its tests under Node's own runner", () => {
    const { status, said } = run('--test', 'no-shell.test.js');
    expect([status, said]).toEqual([0, expect.stringMatching(/^. fail 0$/m)]);
    expect(said).toMatch(/^. (?:pass|tests) [6-9]$/m);
  });

  it('passes its tests under Vitest', () => {
    const { status, said } = run(
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      folder,
      'no-shell.vitest.test.js',
    );
    expect([status, said]).toEqual([0, expect.stringContaining('Tests  3 passed')]);
  });
});
