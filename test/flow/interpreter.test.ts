import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findInterpreters } from '../rules/examples.ts';
import { ROOT } from '../sources.ts';
import { expectations } from './expectations.ts';
import { type Fixture, fixtures } from './programs-of-fixtures.ts';

const run = promisify(execFile);
const SCRIPT = join(ROOT, 'test/flow/run_fixture.py');
/** Programs of syntax that is newer than the interpreters at hand. */
const NEWER = new Set(['import-statements/lazy']);

const wanted = fixtures.map(({ files }) =>
  Object.entries(files).flatMap(([path, text]) => expectations(text).map((one) => ({ path, ...one }))),
);
// where an import runs its event is the importer's business; the fixtures of that theme check it alone
const events = new Set(wanted.flat().map(({ event }) => event));
events.delete('import');

/** Lines that raise an event, as the interpreter tells. */
async function seen(python: string, { folder }: Fixture): Promise<[string, number, string][]> {
  const { stdout } = await run(python, ['-I', '-B', SCRIPT, folder, ...events], {
    timeout: 30_000,
    cwd: ROOT,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)).seen;
}

const python = [...findInterpreters()]
  .filter(([version]) => version === '3.12' || version === '3.13')
  .at(-1)?.[1];

/**
 * What a program raises when it runs must stand beside its lines. The other way round does not hold: branches not
 * taken, other platforms, and events that come through the library's Python code stay unseen.
 */
describe.skipIf(python === undefined)('the interpreter raises nothing that a fixture does not expect', () => {
  test.each(fixtures.map((fixture, index) => [`${fixture.theme}/${fixture.name}`, fixture, index] as const))(
    '%s',
    async (name, fixture, index) => {
      if (NEWER.has(name)) return;
      const surprises = (await seen(python!, fixture)).filter(
        ([path, line, event]) =>
          !wanted[index]!.some(
            (one) => one.path === path && one.line === line && one.event === event && one.todo !== '-',
          ),
      );
      expect(surprises).toEqual([]);
    },
  );

  test('most of what fixtures expect at high confidence is seen', async () => {
    let confirmed = 0;
    for (const [index, fixture] of fixtures.entries()) {
      const found = await seen(python!, fixture).catch(() => []);
      confirmed += wanted[index]!.filter((one) =>
        found.some(([path, line, event]) => path === one.path && line === one.line && event === one.event),
      ).length;
    }
    expect(confirmed).toBeGreaterThan(250);
  });
});
