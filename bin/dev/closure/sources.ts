import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Version } from '../../../src/model/targets.ts';
import { interpreters } from '../generate-startup.ts';
import { pythonFiles } from '../python-library.ts';

/** Sources of one version's library. */
export interface LibrarySource {
  readonly folder: string;
  /** What `sys.version` calls it. */
  readonly release: string;
  /** Modules that a build left out, taken from the version before. */
  readonly borrowed: readonly string[];
}

const QUESTION = 'import os, platform; print(os.path.dirname(os.__file__)); print(platform.python_version())';

/**
 * The libraries that are at hand: of the interpreters found, and 3.14 and 3.15 out of pyodide's archives: the package
 * `pyodide` is a development dependency; the folder of the one for 3.15 is given in PYODIDE_315.
 */
export function librarySources(root: string): Map<Version, LibrarySource> {
  const found = new Map<Version, LibrarySource>();
  for (const [version, python] of interpreters()) {
    const run = spawnSync(python, ['-I', '-c', QUESTION], { encoding: 'utf8' });
    if (run.status !== 0) continue;
    const [folder = '', release = ''] = run.stdout.trim().split('\n');
    if (release.startsWith(`${version}.`)) found.set(version as Version, { folder, release, borrowed: [] });
  }
  const archives: readonly (readonly [Version, string | undefined])[] = [
    ['3.14', join(root, 'node_modules/pyodide')],
    ['3.15', process.env.PYODIDE_315],
  ];
  const before = found.get('3.13');
  for (const [version, folder] of archives) {
    if (found.has(version) || folder === undefined || !before) continue;
    const source = unpacked(join(folder, 'python_stdlib.zip'), before.folder);
    if (source) found.set(version, source);
  }
  return found;
}

/** An archive's library, with what its build lacks from the one before. */
function unpacked(archive: string, before: string): LibrarySource | undefined {
  if (!existsSync(archive)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  if (spawnSync('python3', ['-m', 'zipfile', '-e', archive, folder]).status !== 0) return undefined;
  const borrowed: string[] = [];
  for (const entry of readdirSync(before)) {
    if (!/^[a-z_]\w*(\.py)?$/i.test(entry) || OWN.has(entry) || existsSync(join(folder, entry))) continue;
    if (existsSync(join(folder, `${entry.replace(/\.py$/, '')}`)) || existsSync(join(folder, `${entry}.py`)))
      continue;
    cpSync(join(before, entry), join(folder, entry), { recursive: true });
    borrowed.push(entry);
  }
  const { version } = JSON.parse(readFileSync(join(dirname(archive), 'package.json'), 'utf8')) as {
    version: string;
  };
  return { folder, release: `pyodide ${version}`, borrowed: borrowed.sort() };
}

/** Of one version, or no library at all. */
const OWN = new Set([
  'test',
  'site-packages',
  '__pycache__',
  'lib-dynload',
  '_sysconfigdata__linux_x86_64-linux-gnu.py',
]);

/** A hash over names and contents of a library's files. */
export function digest(folder: string): string {
  const hash = createHash('sha256');
  for (const path of pythonFiles(folder).sort()) {
    hash.update(relative(folder, path)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 32);
}
