import type { Result } from 'sarif';
import type { AcceptedFinding, Report, ReportedFinding } from '../../model/finding.ts';

/**
 * How a result stands to comments and the baseline. SARIF wants `suppressions` on all results or on none, and GitHub
 * takes suppressed results for open alerts: so they are there only when the user asks for what is accepted.
 * `baselineState` is for other readers; GitHub ignores it.
 */
export function acceptance(
  finding: ReportedFinding | AcceptedFinding,
  { showsAccepted, baseline }: Pick<Report, 'showsAccepted' | 'baseline'>,
): Pick<Result, 'suppressions' | 'baselineState'> {
  const how = 'acceptance' in finding ? finding.acceptance : undefined;
  const state = how?.by === 'baseline' ? 'unchanged' : 'new';
  return {
    ...(baseline ? { baselineState: state } : {}),
    ...(showsAccepted ? { suppressions: suppressions(how) } : {}),
  };
}

function suppressions(how: AcceptedFinding['acceptance'] | undefined): NonNullable<Result['suppressions']> {
  if (!how) return [];
  if (how.by === 'baseline') return [{ kind: 'external', justification: 'In the baseline.' }];
  return [{ kind: 'inSource', ...(how.reason === undefined ? {} : { justification: how.reason }) }];
}
