import type { ArtifactLocation } from 'sarif';
import type { Report } from '../../model/finding.ts';
import { rootPaths, uriPath } from '../root-paths.ts';

/** The base that relative URIs stand on: the git root, else the current directory. */
export const BASE_ID = 'SRCROOT';

function absoluteUri(path: string): string {
  const [drive, rest] = /^[a-z]:/i.test(path) ? [`/${path.slice(0, 2)}`, path.slice(2)] : ['', path];
  return `file://${drive}${uriPath(rest)}`;
}

/** Gives the location of a file as SARIF has it: relative to the base where it lies inside, else an absolute file URI. */
export function locator(report: Report): (file: string) => ArtifactLocation {
  const pathOf = rootPaths(report);
  return (file) => {
    const { inside, path } = pathOf(file);
    return inside ? { uri: uriPath(path), uriBaseId: BASE_ID } : { uri: absoluteUri(path) };
  };
}
