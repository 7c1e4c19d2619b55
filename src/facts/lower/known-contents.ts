import * as K from '../../parse/kind-numbers.ts';
import type { NodeId, SyntaxTable } from '../../parse/nodes.ts';
import { CONTAINER, NO_OP, OP, type OpId, type OpKind } from '../ir.ts';
import { keyOfConstant, keyOfTuple } from '../literals.ts';
import type { OpWriter } from '../op-writer.ts';
import { type FlowState, frozen, isFrozen, versionOf } from './state.ts';

/** Displays with more items are not followed: every change of one writes all its items anew. */
const MOST_ITEMS = 24;

/** The items of a display under their keys (`sname`, `i0`), in order; of a dict with the ops of its keys. */
export type Items = Map<string, { readonly key: OpId; readonly value: OpId }>;

/** Where lowering stands: what following containers needs to know of it. */
interface Place {
  readonly table: SyntaxTable;
  readonly writer: OpWriter;
  readonly state: FlowState;
  /** A `try` block is being lowered. */
  readonly records: readonly unknown[];
  emit(kind: OpKind, node: NodeId, a?: number, b?: number): OpId;
  emitAt(kind: OpKind, from: number, to: number, a?: number, b?: number): OpId;
  versionHere(node: NodeId): OpId;
}

/**
 * Lists and dicts that a local name holds and that nothing else can reach: what they contain is known at each point
 * of the program. A change makes a new display op, a version of the container, so that what reads later sees just
 * what it holds then. Once the container may be reached by other ways (handed to a call, stored, returned), the
 * version in force becomes the object for all of its further life. In `FlowState.displays` each container is known
 * by the op that made it.
 */
export class KnownContents {
  private readonly l: Place;
  /** Containers followed in the function at hand. */
  private readonly followed = new Set<OpId>();
  /** Those that functions may reach through a name of the module. */
  private readonly shared = new Set<OpId>();
  /** Containers that a loop may have changed. */
  private readonly touched = new Set<OpId>();

  constructor(l: Place) {
    this.l = l;
  }

  /** Another function is lowered: its names are others. */
  leave(): void {
    this.followed.clear();
    this.shared.clear();
    this.touched.clear();
  }

  /** A name gets a value: a fresh display is followed from here on. */
  bind(value: OpId, isShared: boolean): void {
    if (this.l.state.display(value) !== undefined) {
      this.release(value);
      return;
    }
    if (this.l.records.length > 0 || !this.itemsOf(value)) return;
    this.follow(value, isShared);
  }

  private follow(container: OpId, isShared: boolean): void {
    this.l.state.setDisplay(container, container);
    this.followed.add(container);
    if (isShared) this.shared.add(container);
    for (const { value } of this.itemsOf(container)?.values() ?? []) {
      if (this.l.state.display(value) === undefined && this.itemsOf(value)) this.follow(value, isShared);
    }
  }

  /** Items of a display whose keys are all constants; `undefined` for other ops. */
  private itemsOf(op: OpId): Items | undefined {
    const { writer } = this.l;
    if (op < 0 || writer.kind[op] !== OP.Container) return undefined;
    const kind = writer.a[op];
    if (kind !== CONTAINER.list && kind !== CONTAINER.dict && kind !== CONTAINER.tuple) return undefined;
    const list = writer.listAt(writer.b[op]!);
    if (list.length > 2 * MOST_ITEMS) return undefined;
    const items: Items = new Map();
    if (kind !== CONTAINER.dict) {
      if (list.some((item) => item < 0)) return undefined;
      list.forEach((value, index) => {
        items.set(`i${index}`, { key: NO_OP, value: value as OpId });
      });
      return items;
    }
    for (let index = 0; index < list.length; index += 2) {
      const key = this.keyOf(list[index] as OpId);
      if (key === undefined) return undefined;
      const first = items.get(key);
      items.set(key, { key: first?.key ?? (list[index] as OpId), value: list[index + 1] as OpId });
    }
    return items;
  }

  /**
   * The key that an op stands for in a subscript: of a constant (equal numbers are one key), of a tuple of such, of a
   * function or class made by the op, which equals itself alone.
   */
  keyOf(op: OpId): string | undefined {
    const { writer } = this.l;
    if (op < 0) return undefined;
    switch (writer.kind[op]) {
      case OP.Const:
        return keyOfConstant(writer.constants[writer.a[op]!]!);
      case OP.Closure:
      case OP.Class:
        return `o${op}`;
      case OP.Container: {
        if (writer.a[op] !== CONTAINER.tuple) return undefined;
        const items: string[] = [];
        for (const item of writer.listAt(writer.b[op]!)) {
          const key = this.keyOf(item as OpId);
          if (key === undefined) return undefined;
          items.push(key);
        }
        return keyOfTuple(items);
      }
      default:
        return undefined;
    }
  }

  /** The container that a name holds, if it is followed here. */
  named(node: NodeId): OpId {
    if (this.followed.size === 0 || this.l.table.kind[node] !== K.VariableName) return NO_OP;
    const version = this.l.versionHere(node);
    return version !== NO_OP && this.isKnown(version) ? version : NO_OP;
  }

  isKnown(container: OpId): boolean {
    const version = this.l.state.display(container);
    return version !== undefined && !isFrozen(version);
  }

  /** What a followed container holds now. */
  items(container: OpId): Items | undefined {
    const version = this.l.state.display(container);
    if (version === undefined || isFrozen(version)) return undefined;
    return this.itemsOf(version as OpId);
  }

  /** Items of a display that has just been lowered: of a name's value others may know more. */
  displayed(op: OpId): Items | undefined {
    const fresh = op === this.l.writer.count - 1 || this.l.state.display(op) === undefined;
    return fresh ? this.itemsOf(op) : undefined;
  }

  isSequence(container: OpId): boolean {
    return this.l.writer.a[container] !== CONTAINER.dict;
  }

  /** The item under a key; positions count from the end where they are negative. */
  item(container: OpId, key: string): OpId {
    const items = this.items(container);
    if (!items) return NO_OP;
    const wanted =
      key.startsWith('i-') && this.isSequence(container) ? `i${items.size + Number(key.slice(1))}` : key;
    return items.get(wanted)?.value ?? NO_OP;
  }

  /** The container holds these items from now on. */
  change(container: OpId, items: Items, node: NodeId): void {
    if (items.size > MOST_ITEMS) {
      this.release(container);
      return;
    }
    this.l.state.setDisplay(container, this.display(container, items, node));
  }

  /** A container of its own with the present items; what they hold is out of sight from here on. */
  copy(container: OpId, node: NodeId): OpId {
    const items = this.items(container);
    return items ? this.display(container, this.settled(items), node) : this.release(container);
  }

  /** A name that is only read through: what it holds now, as a container of its own. NO_OP: nothing is known. */
  copyOf(node: NodeId): OpId {
    const container = this.named(node);
    return container === NO_OP ? NO_OP : this.copy(container, node);
  }

  /** A display op with the given items. */
  display(container: OpId, items: Items, node: NodeId): OpId {
    const kind = this.l.writer.a[container]!;
    const list: number[] = [];
    for (const { key, value } of items.values()) {
      if (kind === CONTAINER.dict) list.push(key);
      list.push(value);
    }
    return this.l.emit(OP.Container, node, kind, this.l.writer.list(list));
  }

  private settled(items: Items): Items {
    return new Map([...items].map(([key, item]) => [key, { ...item, value: this.release(item.value) }]));
  }

  /** Others may reach the value: gives the op that stands for it from here on. */
  release(value: OpId): OpId {
    const version = value < 0 ? undefined : this.l.state.display(value);
    if (version === undefined) return value;
    this.touched.add(value);
    if (isFrozen(version)) return versionOf(version);
    const op = this.settle(value, version as OpId);
    this.l.state.setDisplay(value, frozen(op));
    return op;
  }

  /** The version in force, with items that have changed since put in. */
  private settle(container: OpId, version: OpId): OpId {
    // while it is worked on: a list that holds itself
    this.l.state.setDisplay(container, frozen(version));
    const items = this.itemsOf(version);
    if (!items) return version;
    const settled = this.settled(items);
    if ([...settled].every(([key, { value }]) => items.get(key)!.value === value)) return version;
    return this.l.emitAt(
      OP.Container,
      this.l.writer.from[version]!,
      this.l.writer.to[version]!,
      this.l.writer.a[version]!,
      this.l.writer.list(
        [...settled.values()].flatMap(({ key, value }) =>
          this.l.writer.a[version] === CONTAINER.dict ? [key, value] : [value],
        ),
      ),
    );
  }

  /** Code that may run now reaches the names of the module. */
  releaseShared(): void {
    if (this.shared.size === 0) return;
    for (const container of this.shared) this.release(container);
    this.shared.clear();
  }

  /** Before code that runs several times, or in part: nothing is known within. Gives what to hand to `resume`. */
  suspend(): readonly OpId[] {
    const suspended = [...this.followed].filter((container) => this.isKnown(container));
    for (const container of suspended) this.release(container);
    for (const container of suspended) this.touched.delete(container);
    return suspended;
  }

  /** After such code: what it did not touch is known as before. */
  resume(suspended: readonly OpId[]): void {
    for (const container of suspended) {
      const version = this.l.state.display(container);
      if (version === undefined || !isFrozen(version) || this.touched.has(container)) continue;
      if (this.itemsOf(versionOf(version)) === undefined) continue;
      this.l.state.setDisplay(container, versionOf(version));
    }
  }
}
