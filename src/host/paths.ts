import { isArchiveFolder } from './archive/names.ts';

/** Paths with `/` between the names; a root is `/` or a drive such as `C:/`. Nothing here touches a disk. */

const ROOT = /^(?:\/|[A-Za-z]:\/)/;

export const isAbsolute = (path: string): boolean => ROOT.test(path);

/** `.` and `..` resolved by text alone, doubled and trailing slashes removed. */
export function normalise(path: string): string {
  const root = ROOT.exec(path)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!root) parts.push('..');
  }
  return root + parts.join('/') || '.';
}

/** `path` seen from `directory`, absolute. */
export const resolve = (directory: string, path: string): string =>
  normalise(isAbsolute(path) ? path : `${directory}/${path}`);

/** `name` in `folder`. */
export const within = (folder: string, name: string): string =>
  folder.endsWith('/') ? folder + name : `${folder}/${name}`;

/** The folder of an absolute path; a root is its own folder. */
export function folderOf(path: string): string {
  const root = ROOT.exec(path)?.[0] ?? '';
  const cut = path.lastIndexOf('/');
  return cut < root.length ? root || '.' : path.slice(0, cut);
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The name's last extension with its dot, or empty; a leading dot begins none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot) : '';
}

/** The path below `folder`, empty for the folder itself; undefined outside of it. */
export function below(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** As people see a path: relative to the current directory where inside it, else absolute. */
export function shown(directory: string, path: string): string {
  const relative = below(directory, path);
  return relative === undefined ? path : relative || '.';
}

/** The folder and those above it, nearest first, as far as the archive that it lies in. */
export function* ancestors(folder: string): Generator<string> {
  for (let current = folder; ; ) {
    yield current;
    if (isArchiveFolder(current)) return;
    const next = folderOf(current);
    if (next === current) return;
    current = next;
  }
}

/** `path` from `folder`, both absolute, with `..` where it leads up; absolute on another drive. */
export function relativeTo(folder: string, path: string): string {
  if (ROOT.exec(folder)?.[0] !== ROOT.exec(path)?.[0]) return path;
  const [from, to] = [folder.split('/').filter(Boolean), path.split('/').filter(Boolean)];
  const differs = from.findIndex((name, index) => name !== to[index]);
  const common = differs < 0 ? from.length : differs;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}
