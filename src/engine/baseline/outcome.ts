import type { BaselineSettings } from '../../config/settings.ts';
import { UsageError } from '../../config/usage-error.ts';
import type { Baseline, BaselineEntry, FileState } from '../../filter/baseline/baseline.ts';
import { entriesOf } from '../../filter/baseline/match.ts';
import { readBaseline } from '../../filter/baseline/read.ts';
import { baselineText } from '../../filter/baseline/write.ts';
import { attempt, HostError } from '../../host/host.ts';
import { byPlace } from '../../lint/lint.ts';
import type { AcceptedFinding, BaselineReport, ReportedFinding } from '../../model/finding.ts';
import type { ShownFindings } from '../findings.ts';
import { acceptedByBaseline, compare, isAcceptable } from './compare.ts';
import { type ComparedRun, EntryFiles } from './compared-run.ts';
import { type BaselinePlace, placeOf } from './place.ts';
import { staleFindings } from './stale.ts';
import { stateOf } from './states.ts';

export interface BaselineOutcome {
  readonly findings: readonly ReportedFinding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly baseline: BaselineReport;
}

const sum = (entries: readonly BaselineEntry[]): number => entries.reduce((all, { count }) => all + count, 0);

/**
 * What a baseline file leaves of the findings, and what the file is to hold afterwards.
 * @throws UsageError for a file that is missing or no baseline.
 */
export function againstBaseline(
  { file, action }: BaselineSettings,
  shown: ShownFindings,
  run: ComparedRun,
): BaselineOutcome {
  const place = placeOf(run.host, file);
  const files = new EntryFiles(run, place);
  if (action === 'write') return written(shown, files, place, run);
  const text = baselineBytes(place, run);
  const baseline = readBaseline(text, place.name);
  const { fresh, accepted, stale, notices } = compare(baseline, shown, files, place, run);
  const whole = new Map(baseline.entries.map((entry) => [entry.line, entry]));
  const isPruned = action === 'prune';
  const rest = isPruned ? pruned(baseline, stale, fresh, files, run) : undefined;
  const gone = isPruned ? [] : staleFindings(stale, whole, { name: place.name, text }, run.targets);
  return {
    findings: [...fresh, ...gone].sort(byPlace),
    accepted,
    baseline: {
      name: place.name,
      accepted: accepted.length,
      stale: isPruned ? 0 : sum(stale),
      broughtByData: fresh.filter(({ broughtBy }) => broughtBy === 'data').length,
      notices,
      ...(rest ? { kept: sum(rest.entries) - accepted.length, text: baselineText(rest) } : {}),
    },
  };
}

function baselineBytes({ path, name }: BaselinePlace, { host }: ComparedRun): string {
  const bytes = attempt(() => host.read(path));
  if (!(bytes instanceof HostError)) return new TextDecoder().decode(bytes);
  if (bytes.code === 'missing')
    throw new UsageError(`there is no baseline at ${name}; write it once with --write-baseline`);
  throw new UsageError(`the baseline ${bytes.message}`);
}

/** Everything that is shown becomes the baseline. */
function written(
  shown: ShownFindings,
  files: EntryFiles,
  place: BaselinePlace,
  run: ComparedRun,
): BaselineOutcome {
  const accepted = shown.findings.filter(isAcceptable);
  const entries = entriesOf(accepted.map((finding) => ({ ...finding, file: place.toEntry(finding.file) })));
  const { version, data } = run.tool;
  const states = statesOf(files, run);
  const text = baselineText({ version, data, targets: run.targets, entries, states });
  return {
    findings: shown.findings.filter((finding) => !isAcceptable(finding)),
    accepted: accepted.map(acceptedByBaseline),
    baseline: { name: place.name, accepted: accepted.length, stale: 0, broughtByData: 0, notices: [], text },
  };
}

const statesOf = (files: EntryFiles, { host }: ComparedRun): FileState[] =>
  [...files.all()].flatMap(([file, record]) => {
    const hash = stateOf(record, host);
    return hash === undefined ? [] : [{ file, hash }];
  });

/**
 * A baseline without what is gone. Where the tool is the one that wrote it, the files of this run are recorded as
 * they are now, but for those with new findings: of these it does not say all there is to say.
 */
function pruned(
  baseline: Baseline,
  stale: readonly BaselineEntry[],
  fresh: readonly ReportedFinding[],
  files: EntryFiles,
  run: ComparedRun,
): Baseline {
  const goneAt = new Map(stale.map(({ line, count }) => [line, count]));
  const entries = baseline.entries.flatMap((entry) => {
    const count = entry.count - (goneAt.get(entry.line) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
  const stays = baseline.states.filter(({ file }) => files.record(file) || files.isElsewhere(file));
  if (baseline.version !== run.tool.version || baseline.data !== run.tool.data)
    return { ...baseline, entries, states: stays };
  const open = new Set(fresh.filter(isAcceptable).map(({ file }) => file));
  const now = new Map(
    statesOf(files, run)
      .filter(({ file }) => !open.has(files.record(file)!.file.path))
      .map((state) => [state.file, state]),
  );
  return { ...baseline, entries, states: [...stays.filter(({ file }) => !now.has(file)), ...now.values()] };
}
