import type { Settings } from '../../config/settings.ts';
import { UsageError } from '../../config/usage-error.ts';
import { gitRoot } from '../../discover/git-root.ts';
import { attempt, type Host, HostError } from '../../host/host.ts';
import { folderOf } from '../../host/paths.ts';
import type { Report } from '../../model/finding.ts';
import { partsOf } from './parts.ts';
import { Repository } from './repository.ts';
import { RevisionHost } from './revision-host.ts';

/** What was found in another revision. */
export interface RevisionReport {
  /** The revision as it was named, and the commit. */
  readonly name: string;
  /** Undefined: none of the paths was there. */
  readonly report: Report | undefined;
}

/** Runs the stages on another host. */
export type Analyse = (settings: Settings, host: Host) => Promise<Report>;

/**
 * Analyses the same paths with the same settings as they were at a git revision. The work tree and the index are
 * neither touched nor read.
 * @throws UsageError where there is no repository, no such revision, or no git.
 */
export async function revisionReport(
  revision: string,
  settings: Settings,
  host: Host,
  analyse: Analyse,
): Promise<RevisionReport> {
  const root = commonRoot(host, settings.paths);
  const repository = new Repository(root);
  const commit = repository.commit(revision);
  const name = `${revision} (${commit.slice(0, 7)})`;
  const { sitePackages = [], environment } = settings.dependencies ?? {};
  const packages = [...sitePackages, ...(environment === undefined ? [] : [environment])];
  const then = new RevisionHost(
    host,
    root,
    partsOf(repository, commit, host),
    packages.map((folder) => host.absolute(folder)),
  );
  const paths = settings.paths.filter(
    (given) => !(attempt(() => then.stat(then.absolute(given))) instanceof HostError),
  );
  const {
    baselineCommit: _,
    baseline: _file,
    addIgnore: _comments,
    reportOnly: _only,
    input: _input,
    ...rest
  } = settings;
  return { name, report: paths.length === 0 ? undefined : await analyse({ ...rest, paths }, then) };
}

/** The repository that all the paths lie in. */
function commonRoot(host: Host, paths: readonly string[]): string {
  const roots = new Set(paths.map((given) => rootOf(host, given)));
  const [root] = roots;
  if (root === undefined || roots.has(undefined))
    throw new UsageError(
      '--baseline-commit: the paths are in no git repository; run it in one, or compare with --baseline FILE',
    );
  if (roots.size > 1)
    throw new UsageError('--baseline-commit: the paths are in several git repositories; check one at a time');
  return root;
}

function rootOf(host: Host, given: string): string | undefined {
  const path = host.absolute(given);
  const real = attempt(() => host.realPath(path));
  if (real instanceof HostError) return gitRoot(host, folderOf(path));
  const facts = attempt(() => host.stat(real));
  return gitRoot(host, facts instanceof HostError || facts.kind !== 'directory' ? folderOf(real) : real);
}
