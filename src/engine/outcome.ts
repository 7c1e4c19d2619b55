import { attempt, HostError } from '../host/host.ts';
import { byPlace } from '../lint/lint.ts';
import type { Report } from '../model/finding.ts';
import type { ComparedRun } from './baseline/compared-run.ts';
import { againstBaseline } from './baseline/outcome.ts';
import type { ShownFindings } from './findings.ts';
import type { RevisionReport } from './revision/revision-report.ts';
import { newSince } from './revision/since.ts';

/** What a report says of the findings. */
export type Outcome = Pick<
  Report,
  'findings' | 'hidden' | 'accepted' | 'showsAccepted' | 'baseline' | 'edits'
>;

/**
 * What is shown in the end: without what the baseline, or the revision to compare with, accepts.
 * @throws UsageError for a baseline that cannot be read.
 */
export function compared(shown: ShownFindings, run: ComparedRun, before?: RevisionReport): Outcome {
  const { baseline, showAccepted } = run.settings;
  const shows = showAccepted ? { showsAccepted: true } : {};
  const { findings, hidden, accepted } = shown;
  const outcome = before
    ? newSince(before, shown, (file) => isElsewhere(file, run))
    : baseline && againstBaseline(baseline, shown, run);
  if (outcome === undefined)
    return { findings, hidden, ...(accepted.length > 0 ? { accepted } : {}), ...shows };
  const all = [...accepted, ...outcome.accepted].sort(byPlace);
  const { accepted: count, name } = outcome.baseline;
  const where = before ? `there at ${name}` : 'in the baseline';
  return {
    findings: outcome.findings,
    hidden: count > 0 ? new Map([...hidden, [where, count]]) : hidden,
    ...(all.length > 0 ? { accepted: all } : {}),
    ...shows,
    baseline: outcome.baseline,
  };
}

/** The file is there, but this run does not report it. */
function isElsewhere(file: string, { records, host, isReported }: ComparedRun): boolean {
  if (records.has(file) && isReported(file)) return false;
  return !(attempt(() => host.stat(host.absolute(file))) instanceof HostError);
}
