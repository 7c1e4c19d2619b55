import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../sources.ts';
import type { Files } from './programs.ts';

/** `test/fixtures/<theme>/<case>/`: programs of our own, with what they raise said beside the lines. */
const FIXTURES = join(ROOT, 'test/fixtures');

export interface Fixture {
  readonly theme: string;
  readonly name: string;
  readonly folder: string;
  readonly files: Files;
}

/** Themes whose cases say call graphs, not events. */
const CALL_GRAPHS = join(FIXTURES, 'call-graph');
/** Cases of the rules beyond the table. */
const FURTHER = join(FIXTURES, 'further');
/** A program with raisers of its configuration. */
const CONFIGURED = join(FIXTURES, 'configured-raisers');

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Every Python file below a folder, by its path from there. */
export function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.py'))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

const casesIn = (root: string): readonly Fixture[] =>
  folders(root).flatMap((theme) =>
    folders(join(root, theme)).map((name) => {
      const folder = join(root, theme, name);
      return { theme, name, folder, files: filesOf(folder) };
    }),
  );

/** Every case, by theme and name. */
export const fixtures: readonly Fixture[] = casesIn(FIXTURES).filter(
  ({ folder }) => ![CALL_GRAPHS, FURTHER, CONFIGURED].some((other) => folder.startsWith(other)),
);

/** The cases of `call-graph/<theme>/<case>/`: programs with a `callgraph.json`. */
export const callGraphFixtures: readonly Fixture[] = casesIn(CALL_GRAPHS);

/** The cases of `further/<rule>/<case>/`. */
export const furtherFixtures: readonly Fixture[] = casesIn(FURTHER);
