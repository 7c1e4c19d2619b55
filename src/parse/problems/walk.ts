import * as K from '../kind-numbers.ts';
import type { Problem } from '../problem.ts';
import type { NodeId, SyntaxTable } from '../syntax-table.ts';

/** What a check is given: the table, and where to tell. */
export class Findings {
  readonly table: SyntaxTable;
  readonly problems: Problem[] = [];

  constructor(table: SyntaxTable) {
    this.table = table;
  }

  /** What `ast.parse` refuses. */
  syntax(node: number, message: string): void {
    this.tell('syntax', node, message);
  }

  /** What only `compile` refuses. */
  semantic(node: number, message: string): void {
    this.tell('semantic', node, message);
  }

  private tell(kind: Problem['class'], node: number, message: string): void {
    const { from, to } = this.table.span(node as NodeId);
    this.problems.push({ class: kind, from, to, message });
  }
}

const PARENTHESIS = [K.parenOpen, K.parenClose];

/** The expression inside any number of parentheses. */
export function unparenthesized(table: SyntaxTable, node: number): number {
  while (node >= 0 && table.kind[node] === K.ParenthesizedExpression) {
    let child = table.first[node]!;
    while (child >= 0 && PARENTHESIS.includes(table.kind[child]!)) child = table.next[child]!;
    node = child;
  }
  return node;
}

/** The first sibling of a kind, from a child on; -1 if there is none. */
export function find(table: SyntaxTable, child: number, kind: number): number {
  while (child >= 0 && table.kind[child] !== kind) child = table.next[child]!;
  return child;
}

/** First node behind a Body that may be the last of everything. */
export function endOfBody(table: SyntaxTable, body: number): number {
  if (table.next[body]! >= 0) return table.next[body]!;
  let node = body;
  for (;;) {
    let child = table.first[node]!;
    if (child < 0) return node + 1;
    while (table.next[child]! >= 0) child = table.next[child]!;
    node = child;
  }
}
