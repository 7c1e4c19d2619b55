import type { RaisedEvent } from '../flow/analysis.ts';
import type { EventRule, Tier, TierCase } from '../model/catalogue.ts';
import { CONFIDENCES, type Confidence } from '../model/finding.ts';
import { argumentPasses } from './operand.ts';

/** The most a path may cost, and the most call edges it may have, to be of medium confidence. */
const MEDIUM_COST = 9;
const MEDIUM_EDGES = 5;

/** high: certain at every edge; medium: a small cost and a short path; then no better than the event's ceiling. */
export function confidenceOf({ cost, edges, ceiling }: RaisedEvent): Confidence {
  const byCost = cost === 0 ? 'high' : cost <= MEDIUM_COST && edges <= MEDIUM_EDGES ? 'medium' : 'low';
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
