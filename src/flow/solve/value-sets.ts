import { IntList } from './int-list.ts';
import { PairMap } from './pair-map.ts';
import type { Token } from './values.ts';

/**
 * A set of values, interned: equal sets have equal ids. 0 is empty, odd ids are sets of one (the token is id >> 1),
 * even ids stand in the table. Most nodes hold one value; many hold the very same set.
 */
export type SetId = number;
export const EMPTY: SetId = 0;

export const single = (token: Token): SetId => (token << 1) | 1;

/** Up to here texts are told apart; beyond, they count as one. */
const FEW = 12;
/**
 * A set takes no more values than this. Beyond it a call has so many candidates that none says anything. Errs toward
 * missing values.
 */
export const MOST = 32;

/** What a value becomes in a set that holds `count` already: itself if it stays, `undefined` if it is left out. */
export type Widen = (token: Token, count: number) => Token | undefined;

/** Interns sets of tokens and remembers their unions, so that passing a known set on costs one look-up. */
export class ValueSets {
  private readonly pool = new IntList(1 << 16);
  private readonly starts = new IntList(1 << 12);
  private readonly sizes = new IntList(1 << 12);
  /** The sets of the table by hash, open addressing; 0: free. */
  private slots = new Int32Array(1 << 12);
  private readonly unions = new PairMap(1 << 14);
  private readonly differences = new PairMap(1 << 14);
  private readonly scratch = new Int32Array(4 * MOST);
  private readonly widen: Widen;

  constructor(widen: Widen) {
    this.widen = widen;
    this.starts.push(0);
    this.sizes.push(0);
  }

  /** Drops what is remembered of unions and differences. */
  release(): void {
    this.unions.clear();
    this.differences.clear();
  }

  size(set: SetId): number {
    return set & 1 ? 1 : this.sizes.items[set >> 1]!;
  }

  /** The token at a position below `size`; in order of token numbers. */
  item(set: SetId, index: number): Token {
    return (set & 1 ? set >> 1 : this.pool.items[this.starts.items[set >> 1]! + index]!) as Token;
  }

  has(set: SetId, token: Token): boolean {
    if (set & 1) return set >> 1 === token;
    const start = this.starts.items[set >> 1]!;
    const end = start + this.sizes.items[set >> 1]!;
    for (let at = start; at < end; at++) if (this.pool.items[at] === token) return true;
    return false;
  }

  tokens(set: SetId): Token[] {
    const found: Token[] = [];
    for (let index = 0, size = this.size(set); index < size; index++) found.push(this.item(set, index));
    return found;
  }

  /** What `held` becomes when `more` arrives: bounded and with texts widened; `held` itself if nothing is new. */
  union(held: SetId, more: SetId): SetId {
    if (held === more || more === EMPTY) return held;
    if (held === EMPTY) return more;
    const known = this.unions.get(held, more);
    if (known !== undefined) return known;
    const union = this.merge(held, more, true);
    this.unions.set(held, more, union);
    return union;
  }

  /** Both sets in one, whatever its size. */
  join(left: SetId, right: SetId): SetId {
    if (left === right || right === EMPTY) return left;
    return left === EMPTY ? right : this.merge(left, right, false);
  }

  /** What `set` has and `other` has not. */
  without(set: SetId, other: SetId): SetId {
    if (other === EMPTY) return set;
    const known = this.differences.get(set, other);
    if (known !== undefined) return known;
    let count = 0;
    for (let index = 0, size = this.size(set); index < size; index++) {
      const token = this.item(set, index);
      if (!this.has(other, token)) this.scratch[count++] = token;
    }
    const difference = this.intern(count);
    this.differences.set(set, other, difference);
    return difference;
  }

  private merge(held: SetId, more: SetId, bounded: boolean): SetId {
    const before = this.size(held);
    const size = this.size(more);
    if (bounded && before + size > FEW) return this.mergeBounded(held, more);
    const { scratch } = this;
    let count = 0;
    let left = 0;
    for (let right = 0; right < size; right++) {
      const token = this.item(more, right);
      while (left < before && this.item(held, left) < token) scratch[count++] = this.item(held, left++);
      if (left < before && this.item(held, left) === token) left++;
      scratch[count++] = token;
    }
    while (left < before) scratch[count++] = this.item(held, left++);
    return count === before ? held : this.intern(count);
  }

  /** Values are put in one by one, so that the bound and the widening see how many there are. */
  private mergeBounded(held: SetId, more: SetId): SetId {
    const { scratch } = this;
    const before = this.size(held);
    for (let index = 0; index < before; index++) scratch[index] = this.item(held, index);
    let count = before;
    for (let index = 0, size = this.size(more); index < size && count < MOST; index++) {
      const token = count < FEW ? this.item(more, index) : this.insertable(this.item(more, index), count);
      if (token !== undefined) count = this.insert(token, count);
    }
    return count === before ? held : this.intern(count);
  }

  /** What a token becomes in a set of many; itself where it is in already. */
  private insertable(token: Token, count: number): Token | undefined {
    for (let index = 0; index < count; index++) if (this.scratch[index] === token) return token;
    return this.widen(token, count);
  }

  /** Puts a token in its place among the first `count` in `scratch`; gives the new count. */
  private insert(token: Token, count: number): number {
    const { scratch } = this;
    let at = count;
    while (at > 0 && scratch[at - 1]! > token) at--;
    if (at > 0 && scratch[at - 1] === token) return count;
    scratch.copyWithin(at + 1, at, count);
    scratch[at] = token;
    return count + 1;
  }

  /** The set of the first `count` tokens in `scratch`, which are in order. */
  private intern(count: number): SetId {
    const { scratch } = this;
    if (count === 0) return EMPTY;
    if (count === 1) return single(scratch[0] as Token);
    const mask = this.slots.length - 1;
    let slot = hashOf(scratch, 0, count) & mask;
    for (let id = this.slots[slot]!; id !== EMPTY; id = this.slots[slot]!) {
      if (this.equals(id, count)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.starts.length << 1;
    this.starts.push(this.pool.length);
    this.sizes.push(count);
    for (let index = 0; index < count; index++) this.pool.push(scratch[index]!);
    this.slots[slot] = id;
    if (this.starts.length * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let set = 1; set < this.starts.length; set++) {
      let slot = hashOf(this.pool.items, this.starts.items[set]!, this.sizes.items[set]!) & mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.slots[slot] = set << 1;
    }
  }

  private equals(id: SetId, count: number): boolean {
    if (this.sizes.items[id >> 1] !== count) return false;
    const start = this.starts.items[id >> 1]!;
    for (let index = 0; index < count; index++)
      if (this.pool.items[start + index] !== this.scratch[index]) return false;
    return true;
  }
}

function hashOf(items: Int32Array, from: number, count: number): number {
  let hash = count;
  for (let index = 0; index < count; index++) hash = (Math.imul(hash, 31) + items[from + index]!) | 0;
  return hash ^ (hash >>> 15);
}
