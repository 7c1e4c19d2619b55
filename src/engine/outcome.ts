import { byPlace } from '../lint/lint.ts';
import type { Report } from '../model/finding.ts';
import type { ComparedRun } from './baseline/compared-run.ts';
import { againstBaseline } from './baseline/outcome.ts';
import type { ShownFindings } from './findings.ts';

/** What a report says of the findings. */
export type Outcome = Pick<Report, 'findings' | 'hidden' | 'accepted' | 'showsAccepted' | 'baseline'>;

/**
 * What is shown in the end: without what the baseline accepts, where there is one.
 * @throws UsageError for a baseline that cannot be read.
 */
export function compared(shown: ShownFindings, run: ComparedRun): Outcome {
  const { baseline, showAccepted } = run.settings;
  const shows = showAccepted ? { showsAccepted: true } : {};
  const { findings, hidden, accepted } = shown;
  if (baseline === undefined)
    return { findings, hidden, ...(accepted.length > 0 ? { accepted } : {}), ...shows };
  const outcome = againstBaseline(baseline, shown, run);
  const all = [...accepted, ...outcome.accepted].sort(byPlace);
  const count = outcome.baseline.accepted;
  return {
    findings: outcome.findings,
    hidden: count > 0 ? new Map([...hidden, ['in the baseline', count]]) : hidden,
    ...(all.length > 0 ? { accepted: all } : {}),
    ...shows,
    baseline: outcome.baseline,
  };
}
