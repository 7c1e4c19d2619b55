import type { ArtifactLocation } from 'sarif';
import type { Report } from '../../model/finding.ts';

/** The base that relative URIs stand on: the git root, else the current directory. */
export const BASE_ID = 'SRCROOT';

const slashes = (path: string): string =>
  /^[a-z]:[\\/]|^\\\\/i.test(path) ? path.replaceAll('\\', '/') : path;

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[a-z]:\//i.test(path);

const encoded = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');

function absoluteUri(path: string): string {
  const [drive, rest] = /^[a-z]:/i.test(path) ? [`/${path.slice(0, 2)}`, path.slice(2)] : ['', path];
  return `file://${drive}${encoded(rest)}`;
}

/**
 * Gives the location of a file as SARIF has it: relative to the base where it lies inside, else an absolute file URI.
 * `file` is a path as shown to people (relative to the current directory, or absolute).
 */
export function locator({ repository, directory }: Report): (file: string) => ArtifactLocation {
  const here = slashes(directory).replace(/\/$/, '');
  const root = slashes(repository?.root ?? directory).replace(/\/$/, '');
  const backslashes = /^[a-z]:\\/i.test(directory);
  return (file) => {
    const given = backslashes ? file.replaceAll('\\', '/') : slashes(file);
    const path = isAbsolute(given) ? given : `${here}/${given.replace(/^\.\//, '')}`;
    if (path.startsWith(`${root}/`)) return { uri: encoded(path.slice(root.length + 1)), uriBaseId: BASE_ID };
    return { uri: absoluteUri(path) };
  };
}
