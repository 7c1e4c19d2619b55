/**
 * Makes trees that exceed GitHub's limits on SARIF, and prints what the report makes of each: `npm run compile`, then
 * `npx tsx bin/dev/sarif-limits.ts`. Fails where a report is beyond a limit or does not say what it left out.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Log } from 'sarif';
import { GITHUB } from '../../src/report/sarif/limits.ts';

const TOOL = fileURLToPath(new URL('../pyaudit-lint', import.meta.url));
const LEFT_OUT = /left out|without the middle/;

const series = (count: number, one: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => one(index));
/** What no packer makes smaller. */
const noise = (): string => randomBytes(450).toString('base64');
const file = (lines: readonly string[]): string => `import os\n${lines.join('\n')}\n`;

const TREES: Readonly<Record<string, readonly string[]>> = {
  results: series(27, () => file(series(1000, () => "os.system('x')"))),
  bytes: series(24, () => file(series(400, () => `os.system('${noise()}'); x = '${noise()}'`))),
  steps: [
    file([
      "def f0():\n    os.system('x')",
      ...series(140, (index) => `def f${index + 1}():\n    f${index}()`),
      'f140()',
    ]),
  ],
};

for (const [name, files] of Object.entries(TREES)) {
  const folder = mkdtempSync(join(tmpdir(), 'pyaudit-limits-'));
  for (const [index, text] of files.entries()) writeFileSync(join(folder, `m${index}.py`), text);
  const flags = [
    '.',
    '--isolated',
    '--output',
    'sarif=out.sarif',
    '--fail-on',
    'none',
    '--select',
    'os.system',
  ];
  const { stderr } = spawnSync(process.execPath, [TOOL, ...flags], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const text = readFileSync(join(folder, 'out.sarif'));
  const results = (JSON.parse(text.toString()) as Log).runs[0]!.results!;
  const steps = Math.max(
    ...results.map(({ codeFlows }) => codeFlows?.[0]?.threadFlows[0]?.locations.length ?? 0),
  );
  const bytes = gzipSync(text).length;
  console.log(`${name}: ${results.length} results, ${bytes} bytes packed, ${steps} steps\n${stderr.trim()}`);
  const isWithin = results.length <= GITHUB.results && bytes <= GITHUB.bytes && steps <= GITHUB.steps;
  if (!isWithin || !LEFT_OUT.test(stderr)) process.exitCode = 1;
  rmSync(folder, { recursive: true });
}
