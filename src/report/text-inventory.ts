import { TIERS } from '../model/catalogue.ts';
import type { InterpreterEntry, Inventory } from '../model/finding.ts';
import { columns } from './columns.ts';
import { neutralise } from './neutralise.ts';
import { counted, paintTier, type Style } from './style.ts';

const WIDEST_EVENT = 48;
/** What the other columns of the table take. */
const OTHER_COLUMNS = 44;

/** Words in lines of at most `width` columns, each indented. */
function wrapped(words: readonly string[], indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}

function interpreterText(entries: readonly InterpreterEntry[], style: Style, width: number): string[] {
  const moments = [...new Set(entries.map(({ when }) => when))];
  return moments.flatMap((moment) => {
    const events = entries.filter(({ when }) => when === moment).map(({ event }) => neutralise(event));
    const words = events.map((event, index) => (index < events.length - 1 ? `${event},` : event));
    return [`  ${style.dim(`interpreter, ${moment}:`)}`, ...wrapped(words, '    ', width)];
  });
}

/** How much the code can raise, in a line, for those who want to know what is new. */
export function foldedInventoryText({ events }: Inventory): string {
  if (events.length === 0) return '';
  const places = events.reduce((sum, { count }) => sum + count, 0);
  return `inventory: ${counted(events.length, 'event')} at ${counted(places, 'place')}, which --preset inventory lists`;
}

/** The events the code can raise, gravest tier first, then the most frequent; and what the interpreter adds. */
export function inventoryText({ events, interpreter }: Inventory, style: Style, width: number): string {
  const places = events.reduce((sum, { count }) => sum + count, 0);
  const sorted = [...events].sort(
    (a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.count - a.count,
  );
  const rows = sorted.map((entry) => [
    neutralise(entry.event),
    String(entry.count),
    String(entry.files),
    entry.tier,
    entry.provenances.join(', '),
  ]);
  const table = columns(
    [
      { title: 'event', most: Math.min(WIDEST_EVENT, Math.max(16, width - OTHER_COLUMNS)) },
      { title: 'places', align: 'right' },
      { title: 'files', align: 'right' },
      { title: 'tier', paint: (cell, row) => paintTier(sorted[row]!.tier, cell, style) },
      { title: 'provenance' },
    ],
    rows,
  );
  const head =
    events.length === 0
      ? 'inventory: no events of its own'
      : `inventory: ${counted(events.length, 'event')} at ${counted(places, 'place')}`;
  return [
    style.bold(head),
    ...(events.length === 0 ? [] : table.map((line) => `  ${line}`)),
    ...interpreterText(interpreter, style, width),
  ].join('\n');
}
