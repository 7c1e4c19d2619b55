import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';

/** Steps between a test and a use that are looked through for what may change the value; more: taken for changed. */
const MOST_BETWEEN = 400;

/**
 * Attributes and items that are read more than once: `self.node` in a test and under it is one path, as long as nothing
 * stands between that sets the name or an item, or calls a method of what the path begins with (`self.advance()`).
 * Errs toward missing where anything else changes the value in between.
 */
export class AccessPaths {
  /** First op of a function that reads a path -> by each that reads the same. */
  private readonly first = new Map<number, number>();
  private readonly facts: FileFacts;

  /** @param tested ops of a file that tests ask for */
  constructor(facts: FileFacts, tested: Iterable<number>) {
    this.facts = facts;
    const functions = new Set<number>();
    for (const op of tested) {
      if (facts.kind[op] !== OP.Attribute && facts.kind[op] !== OP.Item) continue;
      functions.add(facts.functions.findIndex(({ start, end }) => op >= start && op < end));
    }
    for (const index of functions) if (index >= 0) this.readFunction(facts.functions[index]!);
  }

  private readFunction({ start, end }: { readonly start: number; readonly end: number }): void {
    const known = new Map<number, number>();
    const width = this.facts.kind.length + 1;
    for (let op = start; op < end; op++) {
      const kind = this.facts.kind[op]!;
      if (!READS.has(kind)) continue;
      const a =
        kind === OP.Attribute || kind === OP.Item ? this.firstOf(this.facts.a[op]!) : this.facts.a[op]!;
      const b =
        kind === OP.Item ? this.firstOf(this.facts.b[op]!) : kind === OP.Attribute ? this.facts.b[op]! : 0;
      const key = (a * width + b) * KINDS + kind;
      const first = known.get(key);
      if (first === undefined) known.set(key, op);
      else this.first.set(op, first);
    }
  }

  private firstOf(op: number): number {
    return this.first.get(op) ?? op;
  }

  /** Whether two ops read the same path, whatever happens in between. */
  isSamePath(one: number, other: number): boolean {
    return one === other || this.firstOf(one) === this.firstOf(other);
  }

  /** The op that stands for a path. */
  pathOf(op: number): number {
    return this.firstOf(op);
  }

  /** Whether what a test has read is what a later op reads. */
  holdsUntil(test: OpId, use: number): boolean {
    if (test === use) return true;
    if (use < test || use - test > MOST_BETWEEN) return false;
    const { kind, a, b } = this.facts;
    const base = this.firstOf(a[use]!);
    const isItem = kind[use] === OP.Item;
    for (let op = test + 1; op < use; op++) {
      const isSet = kind[op] === OP.SetItem || kind[op] === OP.DeleteItem;
      if (isItem ? isSet : SETS_NAME.has(kind[op]!) && b[op] === b[use]) return false;
      if (kind[op] !== OP.Call) continue;
      const callee = a[op]!;
      if (kind[callee] === OP.Attribute && this.firstOf(a[callee]!) === base) return false;
    }
    return true;
  }
}

const READS: ReadonlySet<number> = new Set([OP.Attribute, OP.Item, OP.LoadName, OP.LoadVariable, OP.Const]);
const SETS_NAME: ReadonlySet<number> = new Set([OP.SetAttribute, OP.DeleteAttribute]);
const KINDS = 64;
