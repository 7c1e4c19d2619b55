import { byPlace } from '../lint/lint.ts';
import type { AcceptedFinding, Report, ReportedFinding } from '../model/finding.ts';

/**
 * The findings that a report for people lists: none where it counts them, and the accepted ones in their places where
 * the user wants to see those.
 */
export function shownBy({
  findings,
  accepted = [],
  showsAccepted,
  statistics,
}: Report): readonly (ReportedFinding | AcceptedFinding)[] {
  if (statistics) return [];
  return showsAccepted && accepted.length > 0 ? [...findings, ...accepted].sort(byPlace) : findings;
}
