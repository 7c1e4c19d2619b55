import * as T from '../generated/terms.ts';
import { CLASS, continuesName, LETTER } from './characters.ts';
import { keywordAt } from './keywords.ts';
import type { LexState } from './state.ts';

// `match`, `case`, `type` and `lazy` are names that open a statement in some places. Each is decided without asking
// the parser, from what valid code can look like.

const MATCH = 'match';

/**
 * Token of the name at [start, end) where it stands at the start of a statement: `case` directly in a match block;
 * `type` before a name (PEP 695); `lazy` before `import` or `from` (PEP 810); else a plain name. `match` is decided
 * later, by `isMatchLine`.
 */
export function softKeyword(state: LexState, start: number, end: number): number {
  const { text } = state;
  if (end - start !== 4) return T.VariableName;
  if (state.lineFirst === state.count && text.startsWith('case', start)) {
    return state.levels[state.levels.length - 1]!.cases ? T.kwCase : T.VariableName;
  }
  if (text.startsWith('type', start)) return wordAfter(state, end) === 0 ? T.kwType : T.VariableName;
  if (text.startsWith('lazy', start)) {
    const next = wordAfter(state, end);
    return next === T.kwImport || next === T.kwFrom ? T.kwLazy : T.VariableName;
  }
  return T.VariableName;
}

/** Keyword token of the word that follows on the logical line, 0 for a plain name, -1 for anything else. */
function wordAfter(state: LexState, pos: number): number {
  const { text } = state;
  for (;;) {
    const unit = text.charCodeAt(pos);
    if (unit === 32 || unit === 9 || unit === 12) pos++;
    else if (unit === 92 && text.charCodeAt(pos + 1) === 13 && text.charCodeAt(pos + 2) === 10) pos += 3;
    else if (unit === 92 && (text.charCodeAt(pos + 1) === 10 || text.charCodeAt(pos + 1) === 13)) pos += 2;
    else break;
  }
  const first = text.charCodeAt(pos);
  if (!(first >= 128 || CLASS[first] === LETTER)) return -1;
  let end = pos + 1;
  while (continuesName(text.charCodeAt(end))) end++;
  const unit = text.charCodeAt(end);
  if (end - pos <= 2 && (unit === 34 || unit === 39)) return -1;
  return keywordAt(text, pos, end);
}

/**
 * Whether the logical line just ended, to which an indented block belongs, is a `match` statement: it begins with the
 * name `match` and ends with a colon. Nothing else that begins with a name may have a block.
 */
export function isMatchLine(state: LexState): boolean {
  const first = state.lineFirst;
  if (first >= state.count || state.kinds[first] !== T.VariableName) return false;
  const start = state.starts[first]!;
  return state.ends[first]! - start === MATCH.length && state.text.startsWith(MATCH, start);
}

const PREFIX_FORM = new Map([
  [T.plus, T.sign],
  [T.times, T.star],
  [T.notInfix, T.kwNot],
]);

/** Turns the name that begins the line into the keyword, and an operator behind it into its prefix form. */
export function retypeMatch(state: LexState): void {
  state.kinds[state.lineFirst] = T.kwMatch;
  let next = state.lineFirst + 1;
  while (next < state.count && state.kinds[next] === T.Comment) next++;
  const prefix = next < state.count ? PREFIX_FORM.get(state.kinds[next]!) : undefined;
  if (prefix !== undefined && isPrefixable(state, next)) state.kinds[next] = prefix;
}

/** Of the tokens that multiply, only `*` has a prefix form. */
function isPrefixable(state: LexState, index: number): boolean {
  return state.kinds[index] !== T.times || state.text[state.starts[index]!] === '*';
}
