import { cpSync, existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** Folders of Lib that hold tests or other people's packages. */
const LEFT_OUT = new Set([
  'test',
  'tests',
  'idlelib/idle_test',
  'lib2to3/tests',
  'site-packages',
  '__pycache__',
]);

/** Lib of the newest CPython 3.13 under pyenv; undefined without one. */
export function pyenvLibrary(): string | undefined {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(versions)) return undefined;
  const found = readdirSync(versions).filter((name) => name.startsWith('3.13'));
  const library = found.length > 0 ? join(versions, found.sort().at(-1)!, 'lib/python3.13') : '';
  return existsSync(library) ? library : undefined;
}

export interface Tree {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
}

function isTest(from: string, folder: string): boolean {
  const place = relative(from, folder).split(sep).join('/');
  return LEFT_OUT.has(place) || LEFT_OUT.has(place.slice(place.lastIndexOf('/') + 1));
}

/** The Python files of a library without its tests. */
export function pythonFiles(from: string): string[] {
  const found: string[] = [];
  const folders = [from];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isFile() && entry.name.endsWith('.py')) found.push(path);
      else if (entry.isDirectory() && !isTest(from, path)) folders.push(path);
    }
  }
  return found;
}

/** A copy of the Python files of `from` without tests, so that every tool sees the same ones. */
export function copyWithoutTests(from: string): Tree {
  const path = mkdtempSync(join(tmpdir(), 'bench-'));
  let files = 0;
  let bytes = 0;
  const wanted = (source: string): boolean => {
    if (statSync(source).isDirectory()) return !isTest(from, source);
    if (!source.endsWith('.py')) return false;
    files++;
    bytes += statSync(source).size;
    return true;
  };
  cpSync(from, path, { recursive: true, dereference: true, filter: wanted });
  return { path, files, bytes };
}
