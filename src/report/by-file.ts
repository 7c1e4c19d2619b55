import type { ReportedFinding } from '../model/finding.ts';

/** Findings in runs of one file each, in the order of the report. */
export function byFile(findings: readonly ReportedFinding[]): (readonly [string, ReportedFinding[]])[] {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const known = files.get(finding.file);
    if (known) known.push(finding);
    else files.set(finding.file, [finding]);
  }
  return [...files];
}
