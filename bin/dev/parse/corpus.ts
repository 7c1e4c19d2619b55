import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { decode } from '../../../src/discover/decode.ts';

/** Folders that hold no source of the library itself. */
const SKIPPED = new Set(['__pycache__', 'site-packages', 'node_modules', '.git']);

/** Python files below the given files and folders, sorted by path. */
export function pythonFiles(roots: readonly string[]): string[] {
  const found: string[] = [];
  const queue = [...roots];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    if (/\.pyi?$/.test(folder)) {
      found.push(folder);
      continue;
    }
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) queue.push(path);
      else if (entry.isFile() && entry.name.endsWith('.py')) found.push(path);
    }
  }
  return found.sort();
}

/** Text of a Python file in its declared encoding; undefined where that fails. */
export function pythonText(path: string): string | undefined {
  const decoded = decode(readFileSync(path));
  return 'text' in decoded ? decoded.text : undefined;
}

export interface PyenvPython {
  /** `3.13` */
  readonly version: string;
  readonly program: string;
  readonly library: string;
}

/** The CPythons from 3.8 on that pyenv has, oldest first. */
export function pyenvPythons(): PyenvPython[] {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .map((name) => ({ name, minor: Number(/^3\.(\d+)/.exec(name)?.[1] ?? 0) }))
    .filter(({ minor }) => minor >= 8)
    .sort((a, b) => a.minor - b.minor)
    .map(({ name, minor }) => ({
      version: `3.${minor}`,
      program: join(versions, name, 'bin/python'),
      library: join(versions, name, `lib/python3.${minor}`),
    }));
}
