import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysePaths } from '../../src/engine/analyse.ts';
import { NodeHost } from '../../src/host/node.ts';
import { EMPTY_TABLE, settings } from './settings.ts';

const isWindows = process.platform === 'win32';
let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'engine-')));
  mkdirSync(join(root, 'app'));
  writeFileSync(join(root, 'app/ok.py'), 'import os\n');
  writeFileSync(join(root, 'app/nul.py'), 'a\0');
  if (isWindows) return;
  spawnSync('mkfifo', [join(root, 'app/fifo.py')]);
  symlinkSync('..', join(root, 'app/up'));
  symlinkSync('/', join(root, 'app/all'));
  symlinkSync('loop', join(root, 'app/loop'));
  symlinkSync('none.py', join(root, 'app/dangling.py'));
  writeFileSync(join(root, 'app/denied.py'), 'x');
  chmodSync(join(root, 'app/denied.py'), 0);
});

afterAll(() => {
  if (root) rmSync(root, { recursive: true, force: true });
});

it.skipIf(isWindows)('nothing in a tree makes a run wait, loop or fail', async () => {
  const report = await analysePaths(settings(['app']), new NodeHost(root), EMPTY_TABLE);
  const limits = report.limits.map(({ file, reason }) => `${file}: ${reason}`);
  const isRoot = process.getuid?.() === 0;
  expect(limits).toEqual([
    'app/all: link leads outside',
    'app/dangling.py: dangling link',
    ...(isRoot ? [] : ['app/denied.py: permission denied']),
    'app/fifo.py: not a regular file',
    'app/loop: link loop',
    'app/nul.py: NUL byte',
  ]);
  expect(report.faults).toEqual([]);
  expect(report.files).toMatchObject({ analysed: isRoot ? 2 : 1 });
});
