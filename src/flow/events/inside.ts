import type { WitnessStep } from '../../model/finding.ts';
import { meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { type ClosureRow, closureOf } from '../../stdlib/closure.ts';

/** The most steps of the library that a witness shows. */
const STEPS = 12;

/** Stands in a witness for calls inside the library that the data does not keep: those of low confidence. */
export const NOT_KEPT = '...';

/**
 * The functions of the library on the way to a leaf, the first included, on the targets given. The rows of the next
 * function are the cheapest ways from there: of those the one that is a call shorter and costs no more is meant.
 */
export function stepsInside(name: string, first: ClosureRow, on: TargetMask = first.targets): WitnessStep[] {
  const names = [name];
  let row: ClosureRow | undefined = first;
  while (row?.next !== undefined && names.length < STEPS) {
    const { next, leaf, cost, edges }: ClosureRow = row;
    if (names.includes(next!)) break;
    names.push(next!);
    row = closureOf(next!)
      .filter((one) => one.leaf === leaf && one.cost <= cost && meet(one.targets, on) !== NO_TARGETS)
      .sort((a, b) => Math.abs(edges - 1 - a.edges) - Math.abs(edges - 1 - b.edges) || a.cost - b.cost)[0];
  }
  if (row === undefined || row.next !== undefined || row.edges > 1) names.push(NOT_KEPT);
  return names.map((step) => ({ name: step }));
}
