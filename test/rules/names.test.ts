import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { VERSIONS, type Version } from '../../src/model/targets.ts';
import { findInterpreters, works } from './examples.ts';

const script = fileURLToPath(new URL('./resolve_names.py', import.meta.url));

/** Names that a build may lack, and `nntplib.NNTP_SSL`, which in 3.8 derives from a private base of NNTP. */
const EXCUSED =
  /^(_sqlite3\.Connection\.(enable_load_extension|load_extension) does not resolve|nntplib\.NNTP_SSL )/;

const raisersIn = (version: Version) =>
  rules.flatMap((rule) =>
    rule.raisedBy.flatMap((raiser) =>
      'api' in raiser && raiser.kind !== 'interpreter' && works(rule, raiser, version) ? [raiser] : [],
    ),
  );

const jobs = Object.fromEntries(
  VERSIONS.map((version) => [
    version,
    {
      same: raisersIn(version)
        .filter(({ api }) => !api.endsWith('.*'))
        .map(({ api, aliases = [] }) => [api, ...aliases.filter((name) => !name.startsWith('nt.'))]),
      derived: Object.entries(libraryValues.bases).flatMap(([name, bases]) =>
        bases.map((base) => [name, base]),
      ),
      instances: Object.entries(libraryValues.instances),
    },
  ]),
);

describe('the names of the catalogue', () => {
  const interpreters = [...findInterpreters()];
  test.runIf(interpreters.length === 0)('are not checked: no CPython of 3.8 to 3.15 found', () => {});

  test.each(interpreters)(
    'mean in %s what the catalogue says',
    (version, program) => {
      const folder = mkdtempSync(join(tmpdir(), 'pyaudit-names-'));
      try {
        writeFileSync(join(folder, 'jobs.json'), JSON.stringify(jobs));
        execFileSync(program, [script, 'jobs.json', 'out.json'], {
          cwd: folder,
          stdio: 'ignore',
          timeout: 60_000,
        });
        const { wrong } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as { wrong: string[] };
        expect([version, wrong.filter((line) => !EXCUSED.test(line))]).toEqual([version, []]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    90_000,
  );
});
