import type { RaisedEvent } from '../flow/analysis.ts';
import type { EventRule, Tier, TierCase } from '../model/catalogue.ts';
import { CONFIDENCES, type Confidence } from '../model/finding.ts';
import { argumentPasses } from './operand.ts';

/** The most a path may cost, and the most call edges it may have, to be of medium confidence. */
const MEDIUM_COST = 9;
const MEDIUM_EDGES = 5;

/** The most that an edge of a confidence costs. */
export const MOST_COST: Readonly<Record<Confidence, number>> = {
  high: 0,
  medium: MEDIUM_COST,
  low: Number.POSITIVE_INFINITY,
};

/** The grade of one edge by its cost. */
export const edgeConfidence = (cost: number): Confidence =>
  CONFIDENCES.find((grade) => cost <= MOST_COST[grade])!;

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
