import { CONFIDENCES, type Confidence } from './finding.ts';

/** The most a path may cost to be of medium confidence. */
const MEDIUM_COST = 9;

/** The most that an edge of a confidence costs. */
export const MOST_COST: Readonly<Record<Confidence, number>> = {
  high: 0,
  medium: MEDIUM_COST,
  low: Number.POSITIVE_INFINITY,
};

/** The grade of one edge by its cost. */
export const edgeConfidence = (cost: number): Confidence =>
  CONFIDENCES.find((grade) => cost <= MOST_COST[grade])!;
