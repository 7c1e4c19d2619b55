import type { ReportedFinding } from '../../model/finding.ts';
import { gravestFirst } from '../gravest.ts';
import { counted } from '../style.ts';
import { isCut } from './flow.ts';
import type { SarifLimits } from './limits.ts';

/** In order of place; above what GitHub shows, the gravest and surest first, so that those are the ones shown. */
export const ordered = (
  findings: readonly ReportedFinding[],
  { shown }: SarifLimits,
): readonly ReportedFinding[] => (findings.length <= shown ? findings : gravestFirst(findings));

/** What the reader must know of the choice; empty if every result is there, whole and in order of place. */
export function choiceNotices(
  findings: readonly ReportedFinding[],
  kept: number,
  reason: string,
  limits: SarifLimits,
): string[] {
  const total = findings.length;
  const cut = findings.slice(0, kept).filter((finding) => isCut(finding, limits)).length;
  return [
    ...(total > limits.shown
      ? [
          `${total} results: they stand in order of level, confidence and place, since GitHub shows ${limits.shown} of a run.`,
        ]
      : []),
    ...(kept < total ? [`${total - kept} of ${total} results are left out: ${reason}.`] : []),
    ...(cut > 0
      ? [`${counted(cut, 'code flow')} without the middle: ${limits.steps} steps are shown of each at most.`]
      : []),
  ];
}
