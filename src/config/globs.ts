import picomatch from 'picomatch';
import { below } from '../host/paths.ts';

/** A glob, and the folder it is seen from: that of the file it is written in. */
export interface Glob {
  readonly pattern: string;
  /** Absolute. */
  readonly folder: string;
}

const OPTIONS = { dot: true, nonegate: true, noextglob: true, strictBrackets: true };

/** Why a text is no glob of ours, and what to write; undefined if it is one. */
export function globProblem(pattern: string): string | undefined {
  if (/^[A-Za-z]:[\\/]/.test(pattern))
    return 'starts with a drive; write it as seen from the folder of the configuration';
  if (pattern.includes('\\')) return 'has a backslash; write / between folders, on Windows too';
  if (pattern.startsWith('!')) return 'starts with !, which has no meaning here; name what is meant';
  if (pattern.split('/').includes('..'))
    return 'leaves the folder it is seen from; use names below it, or **/NAME';
  if (normal(pattern) === '') return 'names everything; write ** if that is meant';
  try {
    picomatch(pattern, OPTIONS);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const bracket = /"(.)"/.exec(said)?.[1] ?? 'a bracket';
    const other = said.startsWith('Missing closing') ? 'closing' : 'opening';
    return `has no ${other} ${bracket}`;
  }
}

/** Without `./` or `/` before it and `/` behind it. */
const normal = (pattern: string): string => pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');

/**
 * Whether a path, absolute and with `/`, is named, or lies in a folder that is. As in `.gitignore`, a glob without a
 * `/` inside names files and folders at any depth, others start at their folder. Outside of that folder only those
 * match that can start anywhere.
 */
function compile({ pattern, folder }: Glob): (path: string) => boolean {
  const inner = normal(pattern);
  const isAnchored = pattern.startsWith('/') || inner.includes('/');
  const anywhere = isAnchored ? inner : `**/${inner}`;
  const matches = picomatch([anywhere, `${anywhere}/**`], OPTIONS);
  const reachesOutside = anywhere.startsWith('**/');
  return (path) => {
    const relative = below(folder, path);
    if (relative !== undefined) return matches(relative);
    return reachesOutside && matches(path.replace(/^(?:[A-Za-z]:)?\//, ''));
  };
}

/** The first of the globs that names a path or a folder around it; undefined if none does. */
export function globMatcher(globs: readonly Glob[]): (path: string) => Glob | undefined {
  const tests = globs.map((glob) => [glob, compile(glob)] as const);
  return (path) => tests.find(([, test]) => test(path))?.[0];
}
