import { CONFIDENCES, LEVELS, type ReportedFinding } from '../model/finding.ts';

/** The gravest first, of those the surest; otherwise in their order. For readers that show only the first. */
export const gravestFirst = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
  findings.toSorted(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence),
  );
