import { writeFileSync } from 'node:fs';
import { rules } from '../../../rules/index.ts';
import { libraryValues } from '../../../rules/library-values.ts';
import { compileRaisers } from '../../../rules/raiser-table.ts';
import { eventsOfLeaf } from '../../../src/flow/events/leaves.ts';
import type { Version } from '../../../src/model/targets.ts';
import { summarised } from './summarise.ts';

const table = compileRaisers(rules, libraryValues);
const [, , lib, version, out] = process.argv as string[];
const t0 = performance.now();
const { summaries, aliases } = summarised(lib!, version as Version, table);
console.error(
  summaries.size,
  aliases.size,
  (performance.now() - t0).toFixed(0),
  'ms',
  Math.round(process.memoryUsage().rss / 1e6),
  'MB',
);
const flat: Record<
  string,
  Record<string, { confidence: string; cost: number; edges: number; next?: string }>
> = {};
let rowsCount = 0;
for (const [name, rows] of [...summaries].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const to: (typeof flat)[string] = {};
  flat[name] = to;
  for (const row of rows) {
    rowsCount++;
    if ((row.targets & (1 << 5)) === 0) continue;
    for (const { event } of eventsOfLeaf(table, row.leaf)) {
      const text = 'id' in event ? table.rules[event.id]!.event : event.custom;
      const confidence = row.cost === 0 ? 'high' : row.cost < 10 && row.edges <= 5 ? 'medium' : 'low';
      const known = to[text];
      if (!known || known.cost > row.cost)
        to[text] = { confidence, cost: row.cost, edges: row.edges, ...(row.next ? { next: row.next } : {}) };
    }
  }
}
console.error('rows', rowsCount);
writeFileSync(out!, JSON.stringify(flat, null, 1));
