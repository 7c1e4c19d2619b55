import { compareText } from '../lint/order.ts';
import { categoryOf } from '../lint/select.ts';
import { unreachable } from '../model/brand.ts';
import { type InterpreterMoment, TIERS } from '../model/catalogue.ts';
import {
  CONFIDENCES,
  type Finding,
  type InterpreterEntry,
  type Inventory,
  type InventoryEntry,
  PROVENANCES,
} from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { join, meet, type TargetMask } from '../model/targets.ts';

/** The first of `order` that any of `found` is. */
const best = <T>(order: readonly T[], found: readonly T[]): T => order.find((item) => found.includes(item))!;

function entry(event: string, findings: readonly Finding[]): InventoryEntry {
  const provenances = findings.map((finding) => finding.provenance);
  const code = findings[0]!.code;
  return {
    event,
    code,
    category: (categoryOf(code) ?? 'custom') as InventoryEntry['category'],
    count: findings.length,
    files: new Set(findings.map((finding) => finding.file)).size,
    tier: best(
      TIERS,
      findings.map((finding) => finding.tier),
    ),
    provenances: PROVENANCES.filter((provenance) => provenances.includes(provenance)),
    confidence: best(
      CONFIDENCES,
      findings.map((finding) => finding.confidence),
    ),
  };
}

/** When the interpreter raises, for people; `undefined`: never in a run of a program (the C API alone). */
function momentText(moment: InterpreterMoment): string | undefined {
  switch (moment) {
    case 'run':
      return 'any run';
    case 'options':
      return 'by options or the way to start';
    case 'error':
      return 'on an exception nobody catches';
    case 'embedding':
      return undefined;
    default:
      return unreachable(moment);
  }
}

/** What the interpreter itself can raise, one entry per event and moment, over the chosen targets. */
function interpreterEntries(table: RaiserTable, targets: TargetMask): InterpreterEntry[] {
  const entries = new Map<string, InterpreterEntry>();
  for (const { event, raiser, targets: raised } of table.interpreter) {
    const rule = table.rules[event]!;
    const when = raiser.kind === 'interpreter' ? momentText(raiser.moment) : undefined;
    const mask = meet(raised, targets);
    if (when === undefined || mask === 0) continue;
    const key = `${rule.event} ${when}`;
    const known = entries.get(key);
    entries.set(key, {
      event: rule.event,
      code: rule.code,
      when,
      targets: known ? join(known.targets, mask) : mask,
    });
  }
  return [...entries.values()].sort((a, b) => compareText(a.when, b.when) || compareText(a.event, b.event));
}

/** Counts what comes along with the events of findings. */
function addAlong(
  findings: readonly Finding[],
  byEvent: Map<string, Finding[]>,
  { eventIds, rules }: RaiserTable,
): void {
  for (const finding of findings) {
    for (const event of finding.along ?? []) {
      const id = eventIds.get(event);
      if (id === undefined) continue;
      const one: Finding = { ...finding, event, code: rules[id]!.code, provenance: 'stdlib' };
      const known = byEvent.get(event);
      if (known) known.push(one);
      else byEvent.set(event, [one]);
    }
  }
}

/** Every event the code base can raise, by name, from all findings whatever is shown; rules are not events. */
export function inventoryOf(
  findings: readonly Finding[],
  table: RaiserTable,
  targets: TargetMask,
): Inventory {
  const byEvent = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.kind !== 'event') continue;
    const known = byEvent.get(finding.event);
    if (known) known.push(finding);
    else byEvent.set(finding.event, [finding]);
  }
  addAlong(findings, byEvent, table);
  const names = [...byEvent.keys()].sort(compareText);
  return {
    events: names.map((name) => entry(name, byEvent.get(name)!)),
    interpreter: interpreterEntries(table, targets),
  };
}
