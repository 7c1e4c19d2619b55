import { KIND } from '../kinds.ts';
import type { LexState } from '../lexer/state.ts';
import type { Problem } from '../problem.ts';
import type { SyntaxTable } from '../syntax-table.ts';

/** Nobody reads more. */
const MOST = 100;

/**
 * Problems of a module with a syntax error: the lexer's, the first token the grammar refuses, and the places error
 * recovery left out, one a line.
 */
export function brokenProblems(tokens: LexState, error: number, table: SyntaxTable): Problem[] {
  const problems: Problem[] = [...tokens.problems];
  if (error >= 0) problems.push(refused(tokens, error));
  for (let node = 0; node < table.kind.length; node++) {
    if (table.kind[node] !== KIND['⚠']) continue;
    problems.push({
      class: 'syntax',
      from: table.from[node]!,
      to: table.to[node]!,
      message: 'invalid syntax',
    });
  }
  problems.sort((a, b) => a.from - b.from);
  return onePerLine(table.text, problems);
}

/** Of the problems of one line the first; later ones mostly follow from it. */
function onePerLine(text: string, problems: readonly Problem[]): Problem[] {
  const kept: Problem[] = [];
  let lineEnd = -1;
  for (const problem of problems) {
    if (problem.from < lineEnd) continue;
    kept.push(problem);
    if (kept.length === MOST) break;
    lineEnd = text.indexOf('\n', problem.from);
    if (lineEnd < 0) break;
    lineEnd++;
  }
  return kept;
}

function refused(tokens: LexState, error: number): Problem {
  const from = tokens.starts[error]!;
  const to = tokens.ends[error]!;
  return { class: 'syntax', from, to, message: 'invalid syntax' };
}
