import type { Baseline, BaselineEntry } from '../../filter/baseline/baseline.ts';
import { matchBaseline } from '../../filter/baseline/match.ts';
import { isAboutAccepting } from '../../lint/own-rules.ts';
import type { AcceptedFinding, ReportedFinding } from '../../model/finding.ts';
import { fingerprintsOf, type ShownFindings } from '../findings.ts';
import { withOrigin } from './brought-by.ts';
import type { ComparedRun, EntryFiles } from './compared-run.ts';
import { isDecided, whyUndecided } from './decided.ts';
import type { BaselinePlace } from './place.ts';

export interface Comparison {
  /** What the baseline does not accept, in the order given. */
  readonly fresh: readonly ReportedFinding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Entries that accept what is gone; their counts say how much of it. */
  readonly stale: readonly BaselineEntry[];
  /** Why nothing is called stale. */
  readonly notices: readonly string[];
}

/** Whether a baseline may accept a finding: not those about accepting. */
export const isAcceptable = ({ code }: ReportedFinding): boolean => !isAboutAccepting(code);

export const acceptedByBaseline = (finding: ReportedFinding): AcceptedFinding => ({
  ...finding,
  acceptance: { by: 'baseline' },
});

/** Compares what is shown with a baseline. */
export function compare(
  baseline: Baseline,
  shown: ShownFindings,
  files: EntryFiles,
  place: BaselinePlace,
  run: ComparedRun,
): Comparison {
  const known = shown.findings
    .filter(isAcceptable)
    .map((finding) => ({ finding, fingerprint: finding.fingerprint, file: place.toEntry(finding.file) }));
  const isElsewhere = (file: string): boolean => files.isElsewhere(file);
  const { accepted, left } = matchBaseline(baseline.entries, known, isElsewhere);
  const isAccepted = new Set(accepted.map(({ finding }) => finding));
  const notice = left.length === 0 ? undefined : whyUndecided(baseline, run, place.name);
  const gone = notice === undefined ? withoutHeldBack(left, shown, files, place, run) : [];
  return {
    fresh: withOrigin(
      shown.findings.filter((finding) => !isAccepted.has(finding)),
      baseline,
      run,
    ),
    accepted: accepted.map(({ finding }) => acceptedByBaseline(finding)),
    stale: gone.filter((entry) => isDecided(entry, files, place, run)),
    notices: notice === undefined ? [] : [notice],
  };
}

/** Entries without those whose findings are still there, and only not asked for this time. */
function withoutHeldBack(
  left: readonly BaselineEntry[],
  { heldBack }: ShownFindings,
  files: EntryFiles,
  place: BaselinePlace,
  run: ComparedRun,
): readonly BaselineEntry[] {
  const events = new Set(left.map(({ event }) => event));
  const candidates = heldBack.filter(({ event }) => events.has(event));
  if (candidates.length === 0) return left;
  const fingerprints = fingerprintsOf(candidates, run);
  const known = candidates.map(({ file }, index) => ({
    fingerprint: fingerprints[index]!,
    file: place.toEntry(file),
  }));
  return matchBaseline(left, known, (file) => files.isElsewhere(file)).left;
}
