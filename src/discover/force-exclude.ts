import { globMatcher } from '../config/globs.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { below, within } from '../host/paths.ts';
import { type Excludes, exclusion, globReason } from './exclude.ts';
import { type IgnoreLayer, isIgnored, layersAbove, withIgnoreFile } from './ignored.ts';
import type { NamedPath } from './source-file.ts';

/**
 * Why a walk from above would never come to a named path: the reason of the first folder on the way from the root of its
 * git work tree (else from the current directory), or its own. Undefined where a walk would find it.
 */
export function leftOutAbove(
  host: Host,
  { real, kind }: NamedPath,
  root: string | undefined,
  excludes: Excludes,
): string | undefined {
  const top = root ?? host.directory;
  const relative = below(top, real);
  if (!relative) return undefined;
  let layers: readonly IgnoreLayer[] = withIgnoreFile(host, layersAbove(host, root, top), top);
  const named = globMatcher(excludes.globs);
  let folder = top;
  const names = relative.split('/');
  for (const [index, name] of names.entries()) {
    const path = within(folder, name);
    const isFolder = index < names.length - 1 || kind === 'directory';
    const siblings = attempt(() => host.list(folder));
    if (siblings instanceof HostError) return undefined;
    const reason = isFolder && excludes.byDefault ? exclusion(host, path, name, siblings) : undefined;
    const glob = named(path);
    if (reason || glob) return reason ?? globReason(glob!);
    if (isIgnored(layers, path, isFolder)) return '.gitignore';
    layers = withIgnoreFile(host, layers, path);
    folder = path;
  }
  return undefined;
}
