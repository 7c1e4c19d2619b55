import * as K from '../kind-numbers.ts';
import { NO_NODE, type NodeId, type SyntaxTable } from '../syntax-table.ts';

/** An element of a display, an argument tuple or a target list; `star`: 0 none, 1 `*`, 2 `**`. */
export interface ListItem {
  readonly star: 0 | 1 | 2;
  readonly node: NodeId;
}

/** `a, *b` without brackets. `tuple` tells `a,` from `a`. */
export interface ListShape {
  readonly items: readonly ListItem[];
  readonly tuple: boolean;
}

/** One `for` or `if` of a comprehension. */
export type ComprehensionClause =
  | { readonly kind: 'for'; readonly async: boolean; readonly target: ListShape; readonly iterable: NodeId }
  | { readonly kind: 'if'; readonly test: NodeId };

export interface ComprehensionShape {
  /** The element; of a dictionary comprehension key and value. */
  readonly elements: readonly ListItem[];
  readonly clauses: readonly ComprehensionClause[];
}

/** Brackets of every form. */
const isBracket = (kind: number): boolean =>
  kind === K.parenOpen ||
  kind === K.parenClose ||
  kind === K.bracketOpen ||
  kind === K.bracketClose ||
  kind === K.braceOpen ||
  kind === K.braceClose;

/** Elements of a flat run of children, commas taken out; stops at nothing. */
export function listShape(table: SyntaxTable, nodes: readonly NodeId[]): ListShape {
  const list = new ListReading();
  for (const node of nodes) list.take(node, table.kind[node]!);
  return list.end();
}

/** As `listShape`, of a node's children from `first` until (not including) `end`, NO_NODE: all. */
export function listFrom(table: SyntaxTable, first: NodeId, end: NodeId): ListShape {
  const list = new ListReading();
  for (let node = first; node >= 0 && node !== end; node = table.nextSibling(node)) {
    list.take(node, table.kind[node]!);
  }
  return list.end();
}

/** Gathers the elements of a list, node by node. */
export class ListReading implements ListShape {
  readonly items: ListItem[] = [];
  tuple = false;
  private star: 0 | 1 | 2 = 0;

  take(node: NodeId, kind: number): void {
    if (kind === K.comma) this.tuple = true;
    else if (kind === K.star) this.star = 1;
    else if (kind === K.doubleStar) this.star = 2;
    else if (!isBracket(kind) && kind !== K.Broken) {
      this.items.push({ star: this.star, node });
      this.star = 0;
    }
  }

  end(): ListShape {
    if (this.items.length > 1 || this.items[0]?.star === 1) this.tuple = true;
    return this;
  }
}

/** Children between the brackets of a display. */
export function displayItems(table: SyntaxTable, node: NodeId): readonly ListItem[] {
  return listFrom(table, table.firstChild(node), NO_NODE).items;
}

/** Keys and values of a dictionary display; `key` absent for `**mapping`. */
export function dictionaryItems(
  table: SyntaxTable,
  node: NodeId,
): readonly { readonly key?: NodeId; readonly value: NodeId }[] {
  const items: { key?: NodeId; value: NodeId }[] = [];
  let key: NodeId | undefined;
  let double = false;
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind === K.doubleStar) double = true;
    else if (kind === K.comma) key = undefined;
    else if (kind === K.colon || isBracket(kind) || kind === K.Broken) continue;
    else if (double) {
      items.push({ value: child });
      double = false;
    } else if (key === undefined) key = child;
    else {
      items.push({ key, value: child });
      key = undefined;
    }
  }
  return items;
}

/** Whether children hold a comprehension, as an argument list with a bare generator does. */
export function isComprehension(table: SyntaxTable, node: NodeId): boolean {
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    if (table.kind[child] === K.kwFor) return true;
  }
  return false;
}

/** Element and clauses of a comprehension in a bracketed node, an argument list included. */
export function comprehension(table: SyntaxTable, node: NodeId): ComprehensionShape {
  const clauses: ComprehensionClause[] = [];
  const head: NodeId[] = [];
  const children = table.children(node);
  let index = 0;
  const kindAt = (position: number) => (position < children.length ? table.kind[children[position]!]! : -1);
  while (index < children.length && kindAt(index) !== K.kwFor && kindAt(index) !== K.kwAsync) {
    if (kindAt(index) !== K.colon) head.push(children[index]!);
    index++;
  }
  let async = false;
  while (index < children.length) {
    const kind = kindAt(index);
    if (kind === K.kwAsync) async = true;
    else if (kind === K.kwFor) {
      const target: NodeId[] = [];
      index++;
      while (index < children.length && kindAt(index) !== K.kwIn) target.push(children[index++]!);
      const iterable = children[index + 1];
      index++;
      if (iterable !== undefined && !isBracket(table.kind[iterable]!)) {
        clauses.push({ kind: 'for', async, target: listShape(table, target), iterable });
      }
      async = false;
    } else if (kind === K.kwIf) {
      const test = children[++index];
      if (test !== undefined) clauses.push({ kind: 'if', test });
    }
    index++;
  }
  return { elements: listShape(table, head).items, clauses };
}
