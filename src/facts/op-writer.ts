import type { Constant } from '../model/constant.ts';
import type { Guard, GuardId, GuardKind, NameId, OpId, OpKind } from './ir.ts';

/** Grows the op arrays of a file, and its tables of names, constants, lists and guards. */
export class OpWriter {
  count = 0;
  kind = new Uint8Array(256);
  a = new Int32Array(256);
  b = new Int32Array(256);
  c = new Int32Array(256);
  guard = new Int32Array(256);
  from = new Int32Array(256);
  to = new Int32Array(256);
  atFrom = new Int32Array(256);
  atTo = new Int32Array(256);
  private lists = new Int32Array(256);
  private listsUsed = 0;
  readonly names: string[] = [];
  readonly constants: Constant[] = [];
  readonly guards: Guard[] = [{ parent: 0 as GuardId, kind: 0, condition: -1 as OpId, when: true }];
  private readonly nameIds = new Map<string, NameId>();
  private readonly constantIds = new Map<string, number>();
  private readonly textIds = new Map<string, number>();

  emit(kind: OpKind, a: number, b: number, c: number, guard: GuardId, from: number, to: number): OpId {
    if (this.count === this.kind.length) this.grow();
    const op = this.count++;
    this.kind[op] = kind;
    this.a[op] = a;
    this.b[op] = b;
    this.c[op] = c;
    this.guard[op] = guard;
    this.from[op] = from;
    this.to[op] = to;
    this.atFrom[op] = from;
    this.atTo[op] = to;
    return op as OpId;
  }

  /** Narrows what a finding at this op points to. */
  pointAt(op: OpId, from: number, to: number): void {
    this.atFrom[op] = from;
    this.atTo[op] = to;
  }

  list(values: readonly number[]): number {
    const at = this.listsUsed;
    const end = at + values.length + 1;
    if (end > this.lists.length) {
      const bigger = new Int32Array(Math.max(end, this.lists.length * 2));
      bigger.set(this.lists);
      this.lists = bigger;
    }
    this.lists[at] = values.length;
    this.lists.set(values, at + 1);
    this.listsUsed = end;
    return at;
  }

  /** A list written before. */
  listAt(offset: number): number[] {
    return [...this.lists.subarray(offset + 1, offset + 1 + this.lists[offset]!)];
  }

  name(text: string): NameId {
    let id = this.nameIds.get(text);
    if (id === undefined) {
      id = this.names.length as NameId;
      this.names.push(text);
      this.nameIds.set(text, id);
    }
    return id;
  }

  constant(value: Constant): number {
    const isText = value.kind === 'str';
    const ids = isText ? this.textIds : this.constantIds;
    const key = isText ? value.value : constantKey(value);
    let id = ids.get(key);
    if (id === undefined) {
      id = this.constants.length;
      this.constants.push(value);
      ids.set(key, id);
    }
    return id;
  }

  newGuard(parent: GuardId, kind: GuardKind, condition: OpId, when: boolean): GuardId {
    this.guards.push({ parent, kind, condition, when });
    return (this.guards.length - 1) as GuardId;
  }

  /** The arrays cut to size. */
  finish() {
    const { count } = this;
    return {
      names: this.names,
      constants: this.constants,
      guards: this.guards,
      kind: this.kind.slice(0, count),
      a: this.a.slice(0, count),
      b: this.b.slice(0, count),
      c: this.c.slice(0, count),
      guard: this.guard.slice(0, count),
      from: this.from.slice(0, count),
      to: this.to.slice(0, count),
      atFrom: this.atFrom.slice(0, count),
      atTo: this.atTo.slice(0, count),
      lists: this.lists.slice(0, this.listsUsed),
    };
  }

  private grow(): void {
    const size = this.kind.length * 2;
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
    for (const field of ['a', 'b', 'c', 'guard', 'from', 'to', 'atFrom', 'atTo'] as const) {
      const bigger = new Int32Array(size);
      bigger.set(this[field]);
      this[field] = bigger;
    }
  }
}

function constantKey(value: Constant): string {
  switch (value.kind) {
    case 'str':
      return `s${value.value}`;
    case 'bytes':
      return `b${value.value}`;
    case 'int':
      return `i${value.value}`;
    case 'float':
      return `f${value.value}`;
    case 'bool':
      return value.value ? 'T' : 'F';
    case 'complex':
      return `c${value.text}`;
    case 'none':
      return 'N';
    case 'ellipsis':
      return 'E';
    case 'tuple':
      return `t${JSON.stringify(value)}`;
  }
}
