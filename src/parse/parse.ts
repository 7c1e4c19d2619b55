import type { Tree } from '@lezer/common';
import { run, trim } from './fast/run.ts';
import { commentsOf, tableOfRecords } from './fast/table.ts';
import { treeOfRecords } from './fast/tree.ts';
import { lex } from './lexer/lex.ts';
import type { LexState } from './lexer/state.ts';
import { NODE_KINDS } from './node-kinds.ts';
import type { Problem } from './problem.ts';
import { brokenProblems } from './problems/broken.ts';
import { wholeProblems } from './problems/whole.ts';
import { BUFFER_LENGTH, nodeKinds, nodeSet, recover } from './recovering/run.ts';
import { type SyntaxTable, tableOfTree } from './syntax-table.ts';

export type { Problem } from './problem.ts';

export interface Parsed {
  readonly table: SyntaxTable;
  /** In order of place. */
  readonly problems: readonly Problem[];
  /** The Lezer tree, made when it is first asked for. */
  readonly tree: Tree;
}

/**
 * Parses a whole module. Never throws for any text: what cannot be parsed becomes a problem, and the tree around it
 * is kept. Text without a syntax error takes the fast driver, any other the recovering one.
 */
export function parse(text: string): Parsed {
  const tokens = lex(text);
  const { records, error } = run(tokens);
  if (error < 0 && tokens.problems.length === 0) {
    const table = tableOfRecords(text, records, NODE_KINDS, commentsOf(tokens));
    trim();
    return new WholeModule(table, wholeProblems(table));
  }
  const tree = recover(text, tokens);
  const table = tableOfTree(tree, text, nodeKinds());
  return { tree, table, problems: brokenProblems(tokens, error, table) };
}

class WholeModule implements Parsed {
  readonly table: SyntaxTable;
  readonly problems: readonly Problem[];
  private made: Tree | undefined;

  constructor(table: SyntaxTable, problems: readonly Problem[]) {
    this.table = table;
    this.problems = problems;
  }

  get tree(): Tree {
    this.made ??= fastTree(this.table.text, lex(this.table.text));
    return this.made;
  }
}

/** The tree of a module without errors. */
function fastTree(text: string, tokens: LexState): Tree {
  const { records } = run(tokens);
  return treeOfRecords(records, tokens, text.length, nodeSet(), BUFFER_LENGTH);
}
