// All that analysing takes, in one module: the bundle has one file for it, where a file per part made a small run wait
// longer for reading them than for its answer.

import { furtherRules } from '../rules/further.ts';
import { rules } from '../rules/index.ts';
import { libraryValues } from '../rules/library-values.ts';
import { compileRaisers } from '../rules/raiser-table.ts';
import type { Scope } from '../src/config/settings.ts';
import { CacheFolder } from '../src/engine/cache/cache-folder.ts';
import type { RunIo } from '../src/engine/read-files.ts';
import { MountedHost } from '../src/host/archive/mounted.ts';
import type { Host } from '../src/host/host.ts';
import { NodeHost } from '../src/host/node.ts';
import { OverlayHost } from '../src/host/overlay.ts';
import { withConfigured } from '../src/lint/configured-raisers.ts';
import type { Rule } from '../src/lint/rule/contract.ts';
import { asNamed } from '../src/lint/rule/named.ts';
import type { ConfiguredRaiser } from '../src/model/configured-raiser.ts';
import type { RaiserTable } from '../src/model/raiser-table.ts';
import { BUILD } from '../src/model/version.ts';

export { discover } from '../src/discover/discover.ts';
export { analysePaths } from '../src/engine/analyse.ts';
export { callGraphOf } from '../src/engine/call-graph.ts';
export { explainLine } from '../src/engine/why.ts';
export { configured, ruleSet } from './rule-set.ts';

/**
 * The rules of this tool, as the analysis asks for them, with what a configuration says of callables.
 *
 * @throws UsageError for what it says and cannot be
 */
export function raiserTable(
  further: readonly Rule[] = furtherRules,
  raisers: readonly ConfiguredRaiser[] = [],
): RaiserTable {
  const named = further.map((rule) => asNamed(rule, furtherRules.includes(rule) ? 'hooks' : 'plugin'));
  return withConfigured(compileRaisers(rules, libraryValues, named), raisers);
}

/**
 * The machine as a run sees it: archives are folders, and standard input stands in the place of a file.
 *
 * @param directory what paths are seen from, in place of the current directory
 */
export function hostFor({ input }: Pick<Scope, 'input'>, directory?: string): Host {
  const disk = new MountedHost(new NodeHost(directory));
  return input ? new OverlayHost(disk, input.file, input.bytes) : disk;
}

/**
 * Runs with the cache that the settings name. Sources that run unbundled have no build to keep by: what they are made
 * of changes under one name.
 */
export async function withCache<T>(
  { cache }: Pick<Scope, 'cache'>,
  io: RunIo,
  run: (io: RunIo) => Promise<T>,
): Promise<T> {
  if (cache === undefined || BUILD === 'source') return run(io);
  const folder = new CacheFolder(cache);
  const result = await run({ ...io, cache: folder });
  folder.trim();
  if (folder.trouble !== undefined) io.cacheTrouble?.(folder.trouble);
  return result;
}
