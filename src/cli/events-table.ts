import type { EventRule } from '../model/catalogue.ts';
import type { OwnRule } from '../model/named-rule.ts';
import { columns } from '../report/columns.ts';
import { paintTier, type Style } from '../report/style.ts';

const CATALOGUE_VERSION = 1;

const tiersOf = (rule: EventRule): string => [...new Set(rule.tiers.map(({ tier }) => tier))].join(', ');

/** The catalogue as a table, one event a line. */
export function eventsTable(rules: readonly EventRule[], style: Style): string {
  const rows = rules.map((rule) => [
    rule.code,
    rule.event,
    rule.category,
    tiersOf(rule),
    rule.raised || 'documented only',
    rule.platforms.join(', '),
  ]);
  const titles = ['code', 'event', 'category', 'tier', 'raised by CPython', 'platforms'];
  const layout = titles.map((title, index) =>
    index === 3
      ? { title, paint: (cell: string, row: number) => paintTier(rules[row]!.tiers[0]!.tier, cell, style) }
      : { title },
  );
  return `${columns(layout, rows).join('\n')}\n`;
}

/** An event as JSON: the rule as it is, so that nothing of the catalogue is lost. */
export const rulesJson = (rules: readonly (EventRule | OwnRule)[]): string =>
  `${JSON.stringify({ schema: CATALOGUE_VERSION, rules }, null, 2)}\n`;
