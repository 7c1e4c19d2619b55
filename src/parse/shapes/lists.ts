import * as K from '../kind-numbers.ts';
import type { NodeId, SyntaxTable } from '../syntax-table.ts';

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

const PUNCTUATION = new Set<number>([
  K.parenOpen,
  K.parenClose,
  K.bracketOpen,
  K.bracketClose,
  K.braceOpen,
  K.braceClose,
]);

/** Elements of a flat run of children, commas taken out; stops at nothing. */
export function listShape(table: SyntaxTable, nodes: readonly NodeId[]): ListShape {
  const items: ListItem[] = [];
  let star: 0 | 1 | 2 = 0;
  let tuple = false;
  for (const node of nodes) {
    const kind = table.kind[node]!;
    if (kind === K.comma) tuple = true;
    else if (kind === K.star) star = 1;
    else if (kind === K.doubleStar) star = 2;
    else if (!PUNCTUATION.has(kind) && kind !== K.Broken) {
      items.push({ star, node });
      star = 0;
    }
  }
  if (items.length > 1 || items[0]?.star === 1) tuple = true;
  return { items, tuple };
}

/** Children between the brackets of a display. */
export function displayItems(table: SyntaxTable, node: NodeId): readonly ListItem[] {
  return listShape(table, table.children(node)).items;
}

/** Keys and values of a dictionary display; `key` absent for `**mapping`. */
export function dictionaryItems(
  table: SyntaxTable,
  node: NodeId,
): readonly { readonly key?: NodeId; readonly value: NodeId }[] {
  const items: { key?: NodeId; value: NodeId }[] = [];
  let key: NodeId | undefined;
  let double = false;
  for (const child of table.children(node)) {
    const kind = table.kind[child]!;
    if (kind === K.doubleStar) double = true;
    else if (kind === K.comma) key = undefined;
    else if (kind === K.colon || PUNCTUATION.has(kind) || kind === K.Broken) continue;
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
      if (iterable !== undefined && !PUNCTUATION.has(table.kind[iterable]!)) {
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
