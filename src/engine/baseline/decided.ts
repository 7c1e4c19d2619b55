import type { Baseline, BaselineEntry } from '../../filter/baseline/baseline.ts';
import { below } from '../../host/paths.ts';
import { mayBeForeign } from '../../lint/select.ts';
import { ruleName } from '../../model/named-rule.ts';
import { formatVersions, meet } from '../../model/targets.ts';
import type { ComparedRun, EntryFiles } from './compared-run.ts';
import type { BaselinePlace } from './place.ts';

/** Why this run cannot tell that any finding is gone, as a sentence; undefined if it can. */
export function whyUndecided({ targets }: Baseline, run: ComparedRun, name: string): string | undefined {
  if (run.log.faults.length > 0)
    return `Part of the run failed, so entries of ${name} whose findings are gone are not told.`;
  if (meet(run.targets, targets) === targets) return undefined;
  return (
    `${name} was written for targets that this run leaves out (it has CPython ${formatVersions(targets)}), so entries ` +
    'whose findings are gone are not told; analyse the same targets, or write it anew with --write-baseline.'
  );
}

/** Whether this run would have found what an entry accepts, if it were still there. */
export function isDecided(
  { file, event, provenance }: BaselineEntry,
  files: EntryFiles,
  place: BaselinePlace,
  { host, found, settings, rules, idle }: ComparedRun,
): boolean {
  const isIdle = rules.some((rule) => idle.has(rule.code) && ruleName(rule) === event);
  if (isIdle || mayBeForeign(event, rules)) return false;
  const path = place.absolute(file);
  const isAsked = found.named.some(
    ({ given, real }) => below(host.absolute(given), path) !== undefined || below(real, path) !== undefined,
  );
  if (!isAsked || files.isElsewhere(file)) return false;
  if (provenance === 'dependency' && settings.dependencies?.leftOut !== false) return false;
  const facts = files.record(file)?.facts;
  return !facts || (facts.limits.length === 0 && facts.problems.every((one) => one.class !== 'syntax'));
}
