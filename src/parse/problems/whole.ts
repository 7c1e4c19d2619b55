import type { Problem } from '../problem.ts';
import type { SyntaxTable } from '../syntax-table.ts';

/** Problems of a module that the grammar accepts. */
export function wholeProblems(_table: SyntaxTable): Problem[] {
  return [];
}
