import * as T from '../generated/terms.ts';
import * as K from '../kind-numbers.ts';
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
    if (table.kind[node] !== K.Broken) continue;
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

/** The token no module can have at its place, and what CPython would say of it. */
function refused(tokens: LexState, error: number): Problem {
  const from = tokens.starts[error]!;
  const to = tokens.ends[error]!;
  return { class: 'syntax', from, to, message: reason(tokens, error) };
}

const OLD_STATEMENTS = new Set(['print', 'exec']);

function reason(tokens: LexState, error: number): string {
  const { kinds, starts, ends, text } = tokens;
  const kind = kinds[error]!;
  const before = neighbour(tokens, error);
  if (kind === T.indent) return 'unexpected indent';
  if (before >= 0 && kinds[before] === T.newline) {
    const last = neighbour(tokens, before);
    if (last >= 0 && kinds[last] === T.colon) return 'expected an indented block';
  }
  if (before >= 0 && kinds[before] === T.VariableName) {
    const name = text.slice(starts[before], ends[before]);
    if (OLD_STATEMENTS.has(name) && STARTS_OPERAND.has(kind)) {
      return `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
    }
  }
  return 'invalid syntax';
}

const STARTS_OPERAND = new Set([T.VariableName, T.String, T.Number, T.fstringStart, T.None, T.Boolean]);

/** The token before one, comments left out; -1 before the first. */
function neighbour(tokens: LexState, index: number): number {
  let before = index - 1;
  while (before >= 0 && tokens.kinds[before] === T.Comment) before--;
  return before;
}
