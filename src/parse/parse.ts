import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { kindsOf, type NodeId, type SyntaxTable, tableOfTree } from './syntax-table.ts';

/** `syntax`: `ast.parse` refuses the file; `semantic`: only `compile` does. Offsets are UTF-16. */
export interface Problem {
  readonly class: 'syntax' | 'semantic';
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export interface Parsed {
  readonly tree: Tree;
  readonly table: SyntaxTable;
  /** In order of place. */
  readonly problems: readonly Problem[];
}

const kinds = kindsOf(parser.nodeSet);

/**
 * Parses a whole module. Never throws for any text: what cannot be parsed becomes a problem, and the tree around it
 * is kept.
 */
export function parse(text: string): Parsed {
  const tree = parser.parse(text);
  const table = tableOfTree(tree, text, kinds);
  return { tree, table, problems: errorNodes(table) };
}

function errorNodes(table: SyntaxTable): Problem[] {
  const problems: Problem[] = [];
  for (let node = 0; node < table.kind.length; node++) {
    if (table.kind[node] !== 0) continue;
    const { from, to } = table.span(node as NodeId);
    problems.push({ class: 'syntax', from, to, message: 'invalid syntax' });
  }
  return problems;
}
