import type { Constant } from '../model/constant.ts';
import { COLUMNS } from './encoding/layout.ts';
import type { Guard, GuardId, GuardKind, NameId, OpId, OpKind } from './ir.ts';

type Room = Readonly<Record<(typeof COLUMNS)[number] | 'lists', Int32Array>> & { readonly kind: Uint8Array };

/** The arrays of the last file, for the next: making and clearing them anew costs more than filling them. */
/** Ops for which room is kept between files. */
const MOST_SPARED = 1 << 20;
let spare: Room | undefined;

const newRoom = (size: number): Room => ({
  kind: new Uint8Array(size),
  a: new Int32Array(size),
  b: new Int32Array(size),
  c: new Int32Array(size),
  guard: new Int32Array(size),
  from: new Int32Array(size),
  to: new Int32Array(size),
  atFrom: new Int32Array(size),
  atTo: new Int32Array(size),
  lists: new Int32Array(size),
});

const roomOf = ({ kind, a, b, c, guard, from, to, atFrom, atTo, lists }: Room): Room => ({
  ...{ kind, a, b, c, guard, from, to, atFrom, atTo, lists },
});

/** Grows the op arrays of a file, and its tables of names, constants, lists and guards. */
export class OpWriter {
  count = 0;
  kind: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
  guard: Int32Array;
  from: Int32Array;
  to: Int32Array;
  atFrom: Int32Array;
  atTo: Int32Array;
  lists: Int32Array;
  private listsUsed = 0;
  readonly names: string[] = [];
  readonly constants: Constant[] = [];
  readonly guards: Guard[] = [{ parent: 0 as GuardId, kind: 0, condition: -1 as OpId, when: true }];
  private readonly nameIds = new Map<string, NameId>();
  private readonly constantIds = new Map<string, number>();
  private readonly textIds = new Map<string, number>();

  /** Where all ops stand while a text within the file is lowered. */
  fixed: { readonly from: number; readonly to: number } | undefined;

  /** `guess`: about how many ops there will be. */
  constructor(guess: number) {
    const size = Math.max(guess, 64);
    const room = spare;
    spare = undefined;
    const columns = room && room.kind.length >= size ? room : newRoom(size);
    this.kind = columns.kind;
    this.a = columns.a;
    this.b = columns.b;
    this.c = columns.c;
    this.guard = columns.guard;
    this.from = columns.from;
    this.to = columns.to;
    this.atFrom = columns.atFrom;
    this.atTo = columns.atTo;
    this.lists = columns.lists;
  }

  emit(kind: OpKind, a: number, b: number, c: number, guard: GuardId, from: number, to: number): OpId {
    if (this.count === this.kind.length) this.grow();
    const op = this.count++;
    this.kind[op] = kind;
    this.a[op] = a;
    this.b[op] = b;
    this.c[op] = c;
    this.guard[op] = guard;
    const start = this.fixed ? this.fixed.from : from;
    const end = this.fixed ? this.fixed.to : to;
    this.from[op] = start;
    this.to[op] = end;
    this.atFrom[op] = start;
    this.atTo[op] = end;
    return op as OpId;
  }

  /** Narrows what a finding at this op points to. */
  pointAt(op: OpId, from: number, to: number): void {
    if (this.fixed) return;
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
    // most lists are short: `set` of a plain array costs more than the loop
    for (let index = 0; index < values.length; index++) this.lists[at + 1 + index] = values[index]!;
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

  /** The arrays cut to size, side by side in one buffer. The writer must not be used any more. */
  finish() {
    const { count, listsUsed } = this;
    const buffer = new ArrayBuffer(4 * (COLUMNS.length * count + listsUsed) + count);
    let at = 0;
    const placed = (column: Int32Array, length: number): Int32Array => {
      const view = new Int32Array(buffer, at, length);
      view.set(column.subarray(0, length));
      at += 4 * length;
      return view;
    };
    if (this.kind.length <= MOST_SPARED) spare = roomOf(this);
    return {
      names: this.names,
      constants: this.constants,
      guards: this.guards,
      a: placed(this.a, count),
      b: placed(this.b, count),
      c: placed(this.c, count),
      guard: placed(this.guard, count),
      from: placed(this.from, count),
      to: placed(this.to, count),
      atFrom: placed(this.atFrom, count),
      atTo: placed(this.atTo, count),
      lists: placed(this.lists, listsUsed),
      kind: this.placedKinds(buffer, at),
    };
  }

  private placedKinds(buffer: ArrayBuffer, at: number): Uint8Array {
    const view = new Uint8Array(buffer, at, this.count);
    view.set(this.kind.subarray(0, this.count));
    return view;
  }

  private grow(): void {
    const size = this.kind.length * 2;
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
    for (const field of COLUMNS) {
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
