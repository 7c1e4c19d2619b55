import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { settings } from './settings.ts';

const table = compileRaisers(rules, libraryValues);

it.each([
  [
    'attributes of a library object',
    'import sys\nstream = sys.stdin\nwhile stream:\n    stream = stream.buffer\n',
  ],
  ['attributes of an instance', 'import socket\ns = socket.socket()\nwhile s:\n    s = s.next\n'],
  ['methods of methods', 'import socket\ns = socket.socket()\nwhile s:\n    s = s.send.x\n    s()\n'],
  ['calls of attributes', 'import a\nx = a.b\nwhile x:\n    x = x.c()\n'],
])('a loop over %s ends', async (_, text) => {
  const host = new MemoryHost({ 'a.py': `${text}import os\nos.system("x")\n` });
  const report = await analysePaths(settings(['a.py']), host, table);
  expect(report.findings.map((finding) => finding.event)).toContain('os.system');
});
