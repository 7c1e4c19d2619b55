import * as T from '../generated/terms.ts';
import type { Problem } from '../problem.ts';
import type { Tokens } from './tokens.ts';

/** Further problems of a text are not told: nobody reads them, and a binary file would have millions. */
const MOST_PROBLEMS = 1000;

/** An open bracket, or the `{` of a replacement field. */
export interface Bracket {
  readonly unit: number;
  readonly start: number;
  /** It is a replacement field's. */
  readonly field: boolean;
  /** A field whose `:` has been read: what follows is text. */
  inSpec: boolean;
  /** A `for` on this level still waits for its `in`. */
  awaitsIn: boolean;
  /** This level is a comprehension: each further `if` filters. */
  comprehension: boolean;
}

/** An f- or t-string that is being read. */
export interface OpenFormat {
  /** Token of its opening quotes. */
  readonly kind: number;
  readonly start: number;
  readonly quote: number;
  readonly triple: boolean;
  readonly raw: boolean;
  /** Number of brackets open outside it. */
  readonly base: number;
}

/** One level of indentation: columns with tabs as 8 and as 1 (CPython compares both), and whether it holds cases. */
export interface Level {
  readonly column: number;
  readonly alternative: number;
  readonly cases: boolean;
}

/** A comment on a line of its own, held back until the next line tells which block it stands in. */
export interface HeldComment {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly lineEnd: number;
}

/** Everything the lexer knows at one place of a text; the functions of this folder read and write it. */
export class LexState implements Tokens {
  readonly text: string;
  readonly length: number;
  pos = 0;

  count = 0;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  readonly problems: Problem[] = [];

  /** Kind and index of the last token that is no comment. */
  previous = 0;
  last = -1;

  readonly brackets: Bracket[] = [];
  readonly formats: OpenFormat[] = [];
  /** Opening token of the f- or t-string closed last. */
  lastFormat = 0;
  readonly levels: Level[] = [{ column: 0, alternative: 0, cases: false }];
  readonly held: HeldComment[] = [];

  /** Index of the logical line's first token, and what that line has told so far. */
  lineFirst = 0;
  awaitsIn = false;
  inImport = false;
  inCase = false;
  inTypeAlias = false;

  /** The parenthesis right after `with`: bracket depth inside it, its token, what stands directly in it. */
  withDepth = -1;
  withToken = -1;
  withItems = false;
  withExpression = false;
  /** Index of that parenthesis' end if its contents are items. */
  withClose = -1;

  constructor(text: string) {
    this.text = text;
    this.length = text.length;
    const guess = (text.length >> 2) + 64;
    this.kinds = new Uint8Array(guess);
    this.starts = new Int32Array(guess);
    this.ends = new Int32Array(guess);
  }

  emit(kind: number, start: number, end: number): void {
    const index = this.count++;
    if (index === this.kinds.length) this.grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.previous = kind;
    this.last = index;
  }

  /** Text that is no token; what stands side by side is one piece. */
  emitUnknown(start: number, end: number): void {
    if (
      this.previous === 0 &&
      this.last === this.count - 1 &&
      this.count > 0 &&
      this.ends[this.last] === start
    ) {
      this.ends[this.last] = end;
    } else this.emit(0, start, end);
  }

  emitComment(start: number, end: number): void {
    const index = this.count++;
    if (index === this.kinds.length) this.grow();
    this.kinds[index] = T.Comment;
    this.starts[index] = start;
    this.ends[index] = end;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const starts = new Int32Array(size);
    starts.set(this.starts);
    this.starts = starts;
    const ends = new Int32Array(size);
    ends.set(this.ends);
    this.ends = ends;
  }

  problem(message: string, from: number, to: number): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ class: 'syntax', from, to, message });
  }

  /** Whether the last token ends an operand, so that what follows is an infix operator. */
  afterOperand(): boolean {
    return ENDS_OPERAND[this.previous] === 1;
  }

  atStatementStart(): boolean {
    return this.brackets.length === 0 && STARTS_STATEMENT[this.previous] === 1;
  }
}

const ENDS_OPERAND = kindSet([
  T.VariableName,
  T.PropertyName,
  T.Number,
  T.String,
  T.None,
  T.Boolean,
  T.Ellipsis,
  T.fstringEnd,
  T.parenClose,
  T.bracketClose,
  T.braceClose,
]);

const STARTS_STATEMENT = kindSet([0, T.newline, T.indent, T.dedent, T.semicolon, T.colon]);

/** A set of token kinds as a table of 0 and 1. */
export function kindSet(kinds: readonly number[]): Uint8Array {
  const set = new Uint8Array(T.TOKEN_COUNT);
  for (const kind of kinds) set[kind] = 1;
  return set;
}
