import ignore, { type Ignore } from 'ignore';
import { attempt, type Host, HostError } from '../host/host.ts';
import { below, within } from '../host/paths.ts';

/** The rules of one ignore file, for the paths below its folder. */
export interface IgnoreLayer {
  readonly folder: string;
  readonly rules: Ignore;
}

const MOST_BYTES = 1_000_000;

/** `outer` and the rules of `folder/name`, if there are any. An unreadable ignore file hides nothing. */
export function withIgnoreFile(
  host: Host,
  outer: readonly IgnoreLayer[],
  folder: string,
  name = '.gitignore',
): readonly IgnoreLayer[] {
  const bytes = attempt(() => host.read(within(folder, name), MOST_BYTES));
  if (bytes instanceof HostError || bytes.length === 0) return outer;
  // `allowRelativePaths`: without it a folder named `...` is an error.
  const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(new TextDecoder().decode(bytes));
  return [...outer, { folder, rules }];
}

/** Whether git would leave the path out: the innermost layer with an opinion decides (gitignore(5)). */
export function isIgnored(layers: readonly IgnoreLayer[], path: string, isFolder: boolean): boolean {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { folder, rules } = layers[index]!;
    const relative = below(folder, path);
    if (!relative) continue;
    const verdict = rules.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/**
 * The layers that hold at `start`: of the work tree's root, of each folder down to it, and `.git/info/exclude`. If
 * they would leave out `start` itself, none of them hold below it: the user named it.
 */
export function layersAbove(host: Host, root: string | undefined, start: string): readonly IgnoreLayer[] {
  const relative = root === undefined ? undefined : below(root, start);
  if (root === undefined || relative === undefined || start === root) {
    return root === undefined ? [] : infoExclude(host, root);
  }
  let layers = withIgnoreFile(host, infoExclude(host, root), root);
  let folder = root;
  for (const name of relative.split('/')) {
    folder = within(folder, name);
    if (isIgnored(layers, folder, true)) return [];
    if (folder !== start) layers = withIgnoreFile(host, layers, folder);
  }
  return layers;
}

function infoExclude(host: Host, root: string): readonly IgnoreLayer[] {
  return withIgnoreFile(host, [], within(root, '.git'), 'info/exclude').map(({ rules }) => ({
    folder: root,
    rules,
  }));
}
