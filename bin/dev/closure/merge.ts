import type { SummaryRow } from '../../../src/flow/library/summaries.ts';
import { byCodeUnits } from '../../../src/host/host.ts';
import { join, NO_TARGETS, type TargetMask } from '../../../src/model/targets.ts';
import type { PackedTexts } from '../../../src/stdlib/module-texts.ts';
import { packedTexts } from '../pack-texts.ts';
import type { LibraryClosure } from './summarise.ts';

/** From here on a path is of low confidence whatever it costs: its cost is stored in round figures, its way not. */
const LOW = 10;
/** From here on a path is no finding: of the leaf and its targets alone is told. */
const FAR = 17;

function stored(row: SummaryRow): SummaryRow {
  if (row.cost < LOW) return row;
  const { leaf, targets, tests } = row;
  if (row.cost >= FAR) return { leaf, targets, cost: FAR, edges: LOW };
  return { leaf, targets, cost: LOW, edges: LOW, ...(tests ? { tests } : {}) };
}

/** The text of the data file: see `src/stdlib/closure.ts` for its form. */
export interface ClosureText extends PackedTexts {
  readonly leaves: readonly string[];
  readonly masks: readonly number[];
  /** What rows ask of arguments (`ArgumentTest`), in JSON, a line each. */
  readonly tests: string;
  /** Functions that paths go on to, a line each. */
  readonly functions: string;
  /** A line each. */
  readonly aliases: string;
}

/** Puts the closures of all versions into one, with the targets of each row and each alias. */
export function merged(closures: readonly { closure: LibraryClosure; targets: TargetMask }[]): ClosureText {
  const rows = new Map<string, Map<string, { row: SummaryRow; targets: TargetMask }>>();
  const aliases = new Map<string, TargetMask>();
  for (const { closure, targets } of closures) {
    for (const [name, found] of closure.summaries) {
      for (const row of found) note(rows, name, stored(row));
    }
    for (const [alias, name] of closure.aliases) {
      const key = `${alias}=${name}`;
      aliases.set(key, join(aliases.get(key) ?? (0 as TargetMask), targets));
    }
  }
  const modules = new Set(closures.flatMap(({ closure }) => [...closure.modules]));
  return new Writer(rows).text(aliases, (name) => {
    let end = name.length;
    while (end > 0 && !modules.has(name.slice(0, end))) end = name.lastIndexOf('.', end - 1);
    return name.slice(0, Math.max(end, 0));
  });
}

type Rows = Map<string, Map<string, { row: SummaryRow; targets: TargetMask }>>;

function note(rows: Rows, name: string, row: SummaryRow): void {
  let own = rows.get(name);
  if (!own) {
    own = new Map();
    rows.set(name, own);
  }
  const tests = (row.tests ?? []).map((test) => JSON.stringify(test)).sort(byCodeUnits);
  const key = `${row.leaf} ${row.cost} ${row.edges} ${row.next ?? ''} ${tests.join(' ')}`;
  const known = own.get(key);
  own.set(key, { row, targets: known ? join(known.targets, row.targets) : row.targets });
}

const digits = (value: number): string => value.toString(36);

class Writer {
  private readonly rows: Rows;
  private readonly leaves = new Map<string, number>();
  private readonly masks = new Map<number, number>();
  private readonly functions = new Map<string, number>();
  private readonly tests = new Map<string, number>();
  /** Classes and modules around functions. */
  private readonly owners: ReadonlySet<string>;

  constructor(rows: Rows) {
    this.rows = rows;
    const leaves = new Set([...rows.values()].flatMap((own) => [...own.values()].map(({ row }) => row.leaf)));
    for (const leaf of [...leaves].sort(byCodeUnits)) this.leaves.set(leaf, this.leaves.size);
    this.owners = new Set([...rows.keys()].map((name) => name.slice(0, name.lastIndexOf('.'))));
  }

  /** @param moduleOf the module that a function's dotted name starts with */
  text(aliases: ReadonlyMap<string, TargetMask>, moduleOf: (name: string) => string): ClosureText {
    const modules: Record<string, string> = {};
    for (const name of [...this.rows.keys()].sort(byCodeUnits)) {
      const module = moduleOf(name);
      const line = `${name.slice(module.length + 1)}\t${this.line(this.rows.get(name)!)}`;
      modules[module] = modules[module] === undefined ? line : `${modules[module]}\n${line}`;
    }
    const useful: Record<string, string> = {};
    for (const [key, targets] of [...aliases].sort(([a], [b]) => byCodeUnits(a, b))) {
      const [alias = '', name = ''] = key.split('=');
      if (!this.rows.has(name) && !this.owners.has(name)) continue;
      const entry = `${name}@${digits(this.mask(targets))}`;
      useful[alias] = useful[alias] === undefined ? entry : `${useful[alias]} ${entry}`;
    }
    const leaves = [...this.leaves.keys()];
    return {
      leaves,
      masks: [...this.masks.keys()],
      functions: [...this.functions.keys()].join('\n'),
      tests: [...this.tests.keys()].join('\n'),
      aliases: Object.entries(useful)
        .map(([alias, entries]) => `${alias}\t${entries}`)
        .join('\n'),
      ...packedTexts(modules),
    };
  }

  private line(own: ReadonlyMap<string, { row: SummaryRow; targets: TargetMask }>): string {
    const near: string[] = [];
    const far = new Map<string, TargetMask>();
    const told = new Map<string, TargetMask>();
    for (const { row, targets } of own.values()) {
      if (row.cost >= FAR) far.set(row.leaf, targets);
      else {
        near.push(this.row(row, targets));
        told.set(row.leaf, join(told.get(row.leaf) ?? NO_TARGETS, targets));
      }
    }
    const byMask = new Map<number, number[]>();
    for (const [leaf, targets] of far) {
      const left = (targets & ~(told.get(leaf) ?? NO_TARGETS)) as TargetMask;
      if (left === NO_TARGETS) continue;
      const mask = this.mask(left);
      byMask.set(mask, [...(byMask.get(mask) ?? []), this.leaves.get(leaf)!]);
    }
    const rest = [...byMask].map(([mask, all]) => [mask, ...all.sort((a, b) => a - b)].map(digits).join(' '));
    const texts = [near, rest].map((rows) => rows.sort(byCodeUnits).join(';'));
    return rest.length > 0 ? texts.join('\t') : texts[0]!;
  }

  private row({ leaf, cost, edges, next, tests = [] }: SummaryRow, targets: TargetMask): string {
    const parts = [this.leaves.get(leaf)!, cost, edges, this.mask(targets)];
    const row = [...parts, ...(next === undefined ? [] : [this.next(next)])].map(digits).join(' ');
    const asked = tests.map((test) => digits(numbered(this.tests, JSON.stringify(test))));
    return [row, ...asked].join('!');
  }

  private next(name: string): number {
    return numbered(this.functions, name);
  }

  private mask(targets: TargetMask): number {
    return numbered(this.masks, targets);
  }
}

function numbered<T>(table: Map<T, number>, key: T): number {
  let index = table.get(key);
  if (index === undefined) {
    index = table.size;
    table.set(key, index);
  }
  return index;
}
