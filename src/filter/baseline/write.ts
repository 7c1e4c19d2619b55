import { compareText } from '../../lint/order.ts';
import { formatTargets } from '../../model/targets.ts';
import { type Baseline, type BaselineEntry, FORMAT } from './baseline.ts';

const byPlace = (a: BaselineEntry, b: BaselineEntry): number =>
  compareText(a.event, b.event) ||
  compareText(a.enclosing, b.enclosing) ||
  compareText(a.fingerprint, b.fingerprint);

const entryLine = ({ file, event, enclosing, provenance, count, fingerprint }: BaselineEntry): string =>
  JSON.stringify({
    file,
    event,
    ...(enclosing === '' ? {} : { in: enclosing }),
    ...(provenance === 'direct' ? {} : { provenance }),
    ...(count === 1 ? {} : { count }),
    fingerprint,
  });

/**
 * A baseline as text: JSON, a line each, to the published schema (`baseline-v1.schema.json`). The tool first, then
 * each file with its state and its findings, sorted, so that edits of different files never meet in a merge.
 */
export function baselineText({ version, data, targets, entries, states }: Baseline): string {
  const head = { 'pyaudit-baseline': FORMAT, version, data, targets: formatTargets(targets) };
  const files = new Map<string, { states: string[]; entries: BaselineEntry[] }>();
  const of = (file: string) => {
    const known = files.get(file) ?? { states: [], entries: [] };
    files.set(file, known);
    return known;
  };
  for (const { file, hash } of states) of(file).states.push(hash);
  for (const entry of entries) of(entry.file).entries.push(entry);
  const lines = [...files]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([file, { states: hashes, entries: own }]) => [
      ...hashes.sort().map((hash) => JSON.stringify({ file, hash })),
      ...own.sort(byPlace).map(entryLine),
    ]);
  return `${[JSON.stringify(head), ...lines].join('\n')}\n`;
}
