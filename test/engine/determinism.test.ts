import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/config/formats.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { STAGES, type Stages } from '../../src/engine/stages.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { loadReporter } from '../../src/report/formats.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { TABLE } from '../flow/programs.ts';
import { ROOT } from '../sources.ts';
import { settings } from './settings.ts';

/** The example, and a fixture of every theme: programs that touch most of what the analysis knows. */
const FOLDERS = ['examples/app', 'test/fixtures/call-graph'];

const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')]),
  ),
);
const PATHS = Object.keys(FILES).sort();

/** The same permutation for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  for (let index = result.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}

/** The bytes of a run's reports. */
async function reports(paths: readonly string[], stages: Stages = STAGES): Promise<string[]> {
  const host = new MemoryHost(FILES);
  const report = await analysePaths(settings(paths), host, TABLE, { stages });
  expect(report.faults).toEqual([]);
  const context: ReportContext = {
    rules: TABLE.rules,
    color: false,
    failOn: 'warning',
    gzipSize: (text) => gzipSync(text).length,
  };
  const texts: string[] = [];
  for (const format of FORMATS) {
    texts.push((await loadReporter(format))(report, context).text);
  }
  return texts;
}

describe('reports are the same bytes', () => {
  const first = reports(PATHS);

  test('in a second run', async () => {
    expect((await first)[0]!.length).toBeGreaterThan(50_000);
    expect(await reports(PATHS)).toEqual(await first);
  });

  test.each([1, 2, 3])('with the paths in another order (%i)', async (seed) => {
    expect(await reports(shuffled(PATHS, seed))).toEqual(await first);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'with the facts of the files handed on in another order (%i)',
    async (seed) => {
      const analyse: Stages['analyse'] = (files, ...rest) => STAGES.analyse(shuffled(files, seed), ...rest);
      expect(await reports(PATHS, { ...STAGES, analyse })).toEqual(await first);
    },
  );
});
