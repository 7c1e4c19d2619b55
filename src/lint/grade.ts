import type { RaisedEvent } from '../flow/analysis.ts';
import type { EventRule, Tier, TierCase } from '../model/catalogue.ts';
import { edgeConfidence } from '../model/confidence.ts';
import { CONFIDENCES, type Confidence } from '../model/finding.ts';
import { argumentPasses } from './operand.ts';

/** The most call edges a path may have to be of medium confidence: the call of the site, and five behind it. */
const MEDIUM_EDGES = 6;

/** high: certain at every edge; medium: a small cost and a short path; then no better than the event's ceiling. */
export function confidenceOf({
  cost,
  edges,
  ceiling,
}: Pick<RaisedEvent, 'cost' | 'edges' | 'ceiling'>): Confidence {
  const grade = edgeConfidence(cost);
  const byCost = grade === 'medium' && edges > MEDIUM_EDGES ? 'low' : grade;
  if (ceiling === undefined) return byCost;
  return CONFIDENCES[Math.max(CONFIDENCES.indexOf(byCost), CONFIDENCES.indexOf(ceiling))]!;
}

function applies(tierCase: TierCase, event: RaisedEvent): boolean {
  if (tierCase.provenance !== undefined && tierCase.provenance !== event.provenance) return false;
  return (tierCase.when ?? []).every(({ argument, is }) =>
    argumentPasses(is, event.arguments.find(([name]) => name === argument)?.[1]),
  );
}

/** The tier of the first case that holds. */
export function tierOf(rule: EventRule, event: RaisedEvent): Tier {
  return rule.tiers.find((tierCase) => applies(tierCase, event))?.tier ?? 'inventory';
}
