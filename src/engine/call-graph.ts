import type { CallGraphSettings } from '../config/settings.ts';
import { solve } from '../flow/analyse.ts';
import { type NamedGraph, namedGraph } from '../flow/graph/call-graph.ts';
import { callStatistics } from '../flow/graph/call-statistics.ts';
import type { Host } from '../host/host.ts';
import { link } from '../link/link.ts';
import { MOST_COST } from '../model/confidence.ts';
import type { Limit, RunFault } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { linkInput } from './file-stages.ts';
import { type RunIo, readFiles } from './read-files.ts';

/** A call graph, and what is not in it. */
export interface CallGraphReport {
  readonly graph: NamedGraph;
  readonly limits: readonly Limit[];
  readonly faults: readonly RunFault[];
}

/**
 * The call graph of the paths, for the targets and confidence asked for.
 *
 * @throws UsageError if none of the paths named can be analysed.
 */
export async function callGraphOf(
  settings: CallGraphSettings,
  host: Host,
  table: RaiserTable,
  io: RunIo = {},
): Promise<CallGraphReport> {
  const { found, records, paths, watch, log } = readFiles(settings, host, io);
  const program = watch.time('link', () => link([...records.values()].map(linkInput), paths));
  watch.weigh('link');
  const flow = watch.time('flow', () => solve(program, table));
  const mostCost = MOST_COST[settings.minConfidence];
  const graph = watch.time('flow', () => namedGraph(flow, { targets: found.targets, mostCost }));
  watch.weigh('flow');
  io.timings?.(watch.timings());
  io.calls?.(callStatistics(flow));
  return { graph, limits: log.limits, faults: log.faults };
}
