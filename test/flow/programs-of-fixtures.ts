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

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.py'))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Every case, by theme and name. */
export const fixtures: readonly Fixture[] = folders(FIXTURES).flatMap((theme) =>
  folders(join(FIXTURES, theme)).map((name) => {
    const folder = join(FIXTURES, theme, name);
    return { theme, name, folder, files: filesOf(folder) };
  }),
);
