import type { Limit } from '../model/finding.ts';
import { columns } from './columns.ts';
import { isSingular, limitGroups, limitPlace, placesOf } from './limits.ts';
import { neutralise } from './neutralise.ts';
import { counted, grouped, type Style } from './style.ts';

/** Of one kind and reason, so many are listed one by one. */
const MOST_SINGLE = 20;

const single = (limit: Limit): string =>
  [limitPlace(limit), limit.kind, limit.message].filter(Boolean).map(neutralise).join('  ');

function singles(limits: readonly Limit[], most: number): string[] {
  const lines = limits.slice(0, most).map(single);
  return limits.length > most ? [...lines, `and ${limits.length - most} more`] : lines;
}

/**
 * What the analysis could not see. Files that were not analysed stand one by one; all else by reason with the first
 * place, or with every place.
 */
export function limitsText(limits: readonly Limit[], style: Style, detail: 'reasons' | 'places'): string {
  if (limits.length === 0) return '';
  const groups = limitGroups(limits);
  const most = detail === 'places' ? Number.POSITIVE_INFINITY : MOST_SINGLE;
  const listed = groups.filter(({ kind }) => detail === 'places' || isSingular(kind));
  const table = columns(
    [{ align: 'right' }, {}, {}, { paint: (cell) => style.dim(cell) }],
    groups
      .filter((group) => !listed.includes(group))
      .map((group) => [
        grouped(group.count),
        group.kind,
        neutralise(group.reason),
        `first: ${neutralise(limitPlace(group.limits[0]!))}`,
      ]),
  );
  return [
    style.bold(`limits: ${counted(placesOf(limits), 'place')} the analysis could not see into`),
    ...listed.flatMap((group) => singles(group.limits, most)).map((line) => `  ${line}`),
    ...table.map((line) => `  ${line}`),
  ].join('\n');
}
