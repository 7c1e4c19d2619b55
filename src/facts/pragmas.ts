import type { Span } from '../model/finding.ts';
import { logicalLines } from '../parse/logical-lines.ts';
import type { SyntaxTable } from '../parse/syntax-table.ts';

/** A comment that speaks to this tool, or the part of a comment that does. What it says is read in `filter`. */
export interface Pragma {
  /** From its `#` to its end. */
  readonly at: Span;
  readonly text: string;
  /** The logical line that it stands on; empty, at the pragma's own start, on a line without code. */
  readonly line: Span;
  /** The first logical line that begins behind it; empty, at the end of the file, if there is none. */
  readonly next: Span;
}

/** Also what was meant for one: another case, the name of the tool in full. */
const START = /#[#!\s]*pyaudit(?:[-_ ]?lint)?\s*:/gi;
const MARK = /pyaudit/i;
const NONE: Span[] = [];

/** The pragmas of a module in order. A comment may hold several, and further comments before, between and behind. */
export function pragmasOf({ text, comments }: SyntaxTable): Pragma[] {
  const spans = comments.flatMap((comment) => spansIn(text, comment));
  if (spans.length === 0) return [];
  const lines = logicalLines(text);
  return spans.map((at) => {
    const after = firstEndingBehind(lines, at.from);
    const found = lines[after];
    const isInside = found !== undefined && found.from <= at.from;
    return {
      at,
      text: text.slice(at.from, at.to),
      line: isInside ? found : { from: at.from, to: at.from },
      next: lines[isInside ? after + 1 : after] ?? { from: text.length, to: text.length },
    };
  });
}

function spansIn(text: string, { from, to }: Span): Span[] {
  const comment = text.slice(from, to);
  if (!MARK.test(comment)) return NONE;
  const starts = [...comment.matchAll(START)].map(({ index }) => index);
  return starts.map((start, index) => {
    const part = comment.slice(start, starts[index + 1]);
    // a blank, a hash and a blank begin a comment for somebody else
    const own = part.replace(/(?<=.)\s#\s[\s\S]*$/, '').trimEnd();
    return { from: from + start, to: from + start + own.length };
  });
}

/** Index of the first line whose end lies behind the offset. */
function firstEndingBehind(lines: readonly Span[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
