import { UsageError } from '../../config/usage-error.ts';
import { attempt, type Host, HostError } from '../../host/host.ts';
import { within } from '../../host/paths.ts';
import { Repository, type TreeEntry } from './repository.ts';

/** A repository, or a submodule that is checked out in it, and what it held. */
export interface Part {
  readonly repository: Repository;
  readonly entries: readonly TreeEntry[];
}

/**
 * What a commit held, with the submodules at the commits that it names. A submodule that is not checked out has no
 * files now, so nothing in it can be new.
 * @throws UsageError for a submodule whose commit is not here: taken as it is now, its news would go unseen.
 */
export function partsOf(repository: Repository, commit: string, host: Host): Part[] {
  const entries = repository.tree(commit);
  const inner = entries.flatMap(({ kind, path, object }) => {
    const root = within(repository.root, path);
    if (kind !== 'submodule' || attempt(() => host.stat(within(root, '.git'))) instanceof HostError)
      return [];
    const submodule = new Repository(root);
    if (!submodule.has(object))
      throw new UsageError(
        `--baseline-commit: the submodule ${path} was at ${object.slice(0, 7)}, which is not in its clone; run \`git submodule foreach 'git fetch --unshallow'\`, or give actions/checkout \`fetch-depth: 0\``,
      );
    return partsOf(submodule, object, host);
  });
  return [{ repository, entries }, ...inner];
}
