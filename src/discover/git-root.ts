import { attempt, type Host, HostError } from '../host/host.ts';
import { ancestors, within } from '../host/paths.ts';

/** The nearest folder at or above `folder` that is the root of a git work tree: one with a `.git` in it. */
export function gitRoot(host: Host, folder: string): string | undefined {
  for (const candidate of ancestors(folder)) {
    const found = attempt(() => host.stat(within(candidate, '.git')));
    if (!(found instanceof HostError) && found.kind !== 'other') return candidate;
  }
  return undefined;
}
