import { entriesOf, matchBaseline } from '../../filter/baseline/match.ts';
import type { AcceptedFinding, ReportedFinding } from '../../model/finding.ts';
import { acceptedByBaseline, isAcceptable } from '../baseline/compare.ts';
import type { BaselineOutcome } from '../baseline/outcome.ts';
import type { ShownFindings } from '../findings.ts';
import type { RevisionReport } from './revision-report.ts';

/**
 * What is shown that another revision did not have. What went away since is of no interest. `isElsewhere`: whether a
 * file is there now and no part of this run.
 */
export function newSince(
  { name, report }: RevisionReport,
  { findings }: ShownFindings,
  isElsewhere: (file: string) => boolean,
): BaselineOutcome {
  const before = entriesOf(report?.findings.filter(isAcceptable) ?? []);
  const matched = matchBaseline(before, findings.filter(isAcceptable), isElsewhere);
  const isAccepted = new Set<ReportedFinding>(matched.accepted);
  const accepted = matched.accepted.map((finding): AcceptedFinding => acceptedByBaseline(finding));
  const fresh = findings.filter((finding) => !isAccepted.has(finding));
  const isPartial = report !== undefined && report.faults.length > 0;
  return {
    findings: fresh.map((finding) => ({ ...finding, broughtBy: 'code' })),
    accepted,
    baseline: {
      name,
      accepted: accepted.length,
      stale: 0,
      broughtByData: 0,
      notices: isPartial
        ? [`Part of the run on ${name} failed, so what was there before may be called new.`]
        : [],
    },
  };
}
