import { byPlace } from '../lint/lint.ts';
import type { AcceptedFinding, Report, ReportedFinding } from '../model/finding.ts';

/** The findings, with the accepted ones in their places where the user wants to see those. */
export function shownBy({
  findings,
  accepted = [],
  showsAccepted,
}: Report): readonly (ReportedFinding | AcceptedFinding)[] {
  return showsAccepted && accepted.length > 0 ? [...findings, ...accepted].sort(byPlace) : findings;
}
