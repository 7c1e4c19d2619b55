import type { Analysis, RaisedEvent } from '../flow/analysis.ts';
import type { Finding } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { parseVersions, versionsOf } from '../model/targets.ts';
import { compareText } from './order.ts';

/**
 * The findings of all events, what loading a module does folded into the finding of its import: the events of the
 * loader, and those of the module's body that are of tier inventory.
 */
export function withoutLoading(
  { events, table }: Pick<Analysis, 'events' | 'table'>,
  findingOf: (raised: RaisedEvent) => Finding | undefined,
): (Finding | undefined)[] {
  const bodies = new Map<string, string[]>();
  const found = events.map((raised) => {
    const finding = findingOf(raised);
    if (!finding || !raised.ofBody || finding.tier !== 'inventory') return finding;
    const place = placeOf(finding);
    const known = bodies.get(place);
    if (known) known.push(finding.event);
    else bodies.set(place, [finding.event]);
    return undefined;
  });
  return found.map((finding) => finding && withAlong(finding, table, bodies));
}

const placeOf = ({ file, at }: Finding): string => `${file}:${at.from}:${at.to}`;

/** The finding with the events that come along; they go with the first event of the place that has such. */
function withAlong(
  finding: Finding,
  table: RaiserTable,
  bodies: ReadonlyMap<string, readonly string[]>,
): Finding {
  const id = table.eventIds.get(finding.event);
  const alongside = id === undefined ? undefined : table.rules[id]!.alongside;
  if (!alongside || finding.provenance !== 'direct') return finding;
  const versions = versionsOf(finding.targets);
  const loader = alongside
    .filter((one) => parseVersions(one.versions).some((version) => versions.includes(version)))
    .map(({ event }) => event);
  const along = new Set([...loader, ...(bodies.get(placeOf(finding)) ?? [])]);
  return { ...finding, along: [...along].sort(compareText) };
}
