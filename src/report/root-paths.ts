import type { Report } from '../model/finding.ts';

const slashes = (path: string): string =>
  /^[a-z]:[\\/]|^\\\\/i.test(path) ? path.replaceAll('\\', '/') : path;

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[a-z]:\//i.test(path);

/** A file seen from the root of the work tree: relative where it lies inside, else absolute. */
export interface RootPath {
  readonly inside: boolean;
  readonly path: string;
}

/**
 * Gives a file as the services know it that show it in a repository: from the root of the git work tree, or from the
 * current directory where there is none. `file` is a path as shown to people (relative to the current directory, or
 * absolute).
 */
export function rootPaths({
  repository,
  directory,
}: Pick<Report, 'repository' | 'directory'>): (file: string) => RootPath {
  const here = slashes(directory).replace(/\/$/, '');
  const root = slashes(repository?.root ?? directory).replace(/\/$/, '');
  const backslashes = /^[a-z]:\\/i.test(directory);
  return (file) => {
    const given = backslashes ? file.replaceAll('\\', '/') : slashes(file);
    const path = isAbsolute(given) ? given : `${here}/${given.replace(/^\.\//, '')}`;
    return path.startsWith(`${root}/`)
      ? { inside: true, path: path.slice(root.length + 1) }
      : { inside: false, path };
  };
}

/** A path as part of a URI, each name percent-encoded. */
export const uriPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
