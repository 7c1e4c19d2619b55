import type { Judgement } from '../config/settings.ts';
import { byPlace } from '../lint/lint.ts';
import type { AcceptedFinding, Finding, ReportedFinding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import { fingerprint, type Sha256 } from './fingerprint.ts';
import { judge, type Shown } from './judge.ts';
import type { Suppressions } from './suppressions/suppressions.ts';

/** What the filter asks of the files; `engine` supplies it. */
export interface FilterContext {
  readonly source: (file: string) => Source;
  /** Tokens of the logical line around an offset, joined by one blank, without comments. */
  readonly logicalLine: (file: string, offset: number) => string;
  readonly sha256: Sha256;
  /** The suppression comments of the file the findings stand in; absent: it has none. */
  readonly suppressions?: Suppressions;
}

/** What `hidden` calls findings that a comment accepts. */
export const SUPPRESSED = 'suppressed by a comment';

export interface Filtered {
  /** In the order given. */
  readonly shown: readonly ReportedFinding[];
  /** Held back by a comment alone. */
  readonly accepted: readonly AcceptedFinding[];
  /** Held back by the settings. */
  readonly heldBack: readonly Finding[];
  /** How many were held back, by reason; each counted once, under the first reason that applies. */
  readonly hidden: ReadonlyMap<string, number>;
}

function shownFinding(finding: Finding, { level, message }: Shown, context: FilterContext): ReportedFinding {
  const source = context.source(finding.file);
  return {
    ...finding,
    level,
    ...(message === undefined ? {} : { message }),
    region: source.region(finding.at),
    siteRegion: source.region(finding.site),
    fingerprint: fingerprint(finding, context.logicalLine(finding.file, finding.at.from), context.sha256),
  };
}

/**
 * Levels the findings of a file, holds back those the settings do not ask for and those a comment accepts, and adds
 * what is wrong with its comments.
 */
export function filterFindings(
  findings: readonly Finding[],
  judgement: Judgement,
  context: FilterContext,
): Filtered {
  const verdictOf = judge(judgement);
  const hidden = new Map<string, number>();
  const hide = (reason: string): unknown => hidden.set(reason, (hidden.get(reason) ?? 0) + 1);
  const shown: ReportedFinding[] = [];
  const accepted: AcceptedFinding[] = [];
  const heldBack: Finding[] = [];
  const { suppressions } = context;
  const take = (finding: Finding): void => {
    const directive = suppressions?.accepts(finding);
    const verdict = verdictOf(finding);
    if (!('level' in verdict)) {
      heldBack.push(finding);
      hide(verdict.hidden);
    } else if (directive) {
      const { reason, pragma } = directive;
      const { line } = context.source(finding.file).position(pragma.at.from);
      const acceptance = { by: 'comment' as const, line, ...(reason === undefined ? {} : { reason }) };
      accepted.push({ ...shownFinding(finding, verdict, context), acceptance });
      hide(SUPPRESSED);
    } else shown.push(shownFinding(finding, verdict, context));
  };
  for (const finding of findings) take(finding);
  const ofComments = suppressions?.findings() ?? [];
  for (const finding of ofComments) take(finding);
  if (ofComments.length > 0) shown.sort(byPlace);
  return { shown, accepted, heldBack, hidden: new Map([...hidden].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
