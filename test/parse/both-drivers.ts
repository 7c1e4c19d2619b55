import type { Tree } from '@lezer/common';
import { run } from '../../src/parse/fast/run.ts';
import { commentsOf, tableOfRecords } from '../../src/parse/fast/table.ts';
import { treeOfRecords } from '../../src/parse/fast/tree.ts';
import { lex } from '../../src/parse/lexer/lex.ts';
import { NODE_KINDS } from '../../src/parse/node-kinds.ts';
import { BUFFER_LENGTH, nodeKinds, nodeSet, recover } from '../../src/parse/recovering/run.ts';
import { type SyntaxTable, tableOfTree } from '../../src/parse/syntax-table.ts';

/** `name from-to` of every node, in order, comments included. */
export function nodesOf(tree: Tree): string[] {
  const nodes: string[] = [];
  const cursor = tree.cursor();
  do nodes.push(`${cursor.name} ${cursor.from}-${cursor.to}`);
  while (cursor.next());
  return nodes;
}

export interface BothDrivers {
  /** Problem of the lexer, or token the fast driver refused, if any: then the rest is undefined. */
  readonly refused?: string;
  readonly fast?: readonly string[];
  readonly recovering?: readonly string[];
  /** The table made from the records, and the one made from the fast driver's tree. */
  readonly table?: SyntaxTable;
  readonly tableOfTree?: SyntaxTable;
}

/** Parses a text by both drivers. */
export function bothDrivers(text: string): BothDrivers {
  const tokens = lex(text);
  if (tokens.problems[0]) return { refused: `${tokens.problems[0].message} at ${tokens.problems[0].from}` };
  const { records, error } = run(tokens);
  if (error >= 0) return { refused: `token at ${tokens.starts[error]}` };
  const table = tableOfRecords(text, records, NODE_KINDS, commentsOf(tokens));
  const tree = treeOfRecords(records, tokens, text.length, nodeSet(), BUFFER_LENGTH);
  return {
    fast: nodesOf(tree),
    recovering: nodesOf(recover(text, tokens)),
    table,
    tableOfTree: tableOfTree(tree, text, nodeKinds()),
  };
}
