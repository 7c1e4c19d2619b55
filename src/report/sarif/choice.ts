import type { ReportedFinding } from '../../model/finding.ts';
import { gravestFirst } from '../gravest.ts';

/** GitHub shows so many results of a run, and refuses a run with more than the second. */
export const SHOWN_RESULTS = 5_000;
export const MOST_RESULTS = 25_000;

/** In order of place; above what GitHub shows, the gravest and surest first, so that those are the ones shown. */
export function ordered(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= SHOWN_RESULTS) return findings;
  return gravestFirst(findings);
}

/** What the reader must know of the choice; empty if every result is there in order of place. */
export function choiceNotices(total: number, kept: number, reason: string): string[] {
  const order =
    total > SHOWN_RESULTS
      ? [
          `${total} results: they stand in order of level, confidence and place, since GitHub shows ${SHOWN_RESULTS} of a run.`,
        ]
      : [];
  return kept < total ? [...order, `${total - kept} of ${total} results are left out: ${reason}.`] : order;
}
