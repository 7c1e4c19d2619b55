import type { Level, Report } from '../model/finding.ts';
import type { NamedRule } from '../model/named-rule.ts';

/** No line is made to fit in more columns than this. */
export const WIDEST_LINE = 100;

/** What a reporter may use beside the report. */
export interface ReportContext {
  /** The catalogue, for texts of rules. */
  readonly rules: readonly NamedRule[];
  readonly color: boolean;
  /** The level from which a finding makes the run fail. */
  readonly failOn: Level;
  /** What tells this run's results from those of other runs over the same code: the targets asked for. */
  readonly category?: string;
  /** `text` says how long the inventory is, and leaves it out. */
  readonly isInventoryFolded?: boolean;
  /** Columns of the terminal that shows the text; WIDEST_LINE where there is none. */
  readonly width?: number;
  /** Bytes of the text after gzip, for formats whose reader limits them. */
  readonly gzipSize: (text: string) => number;
}

export interface Rendered {
  readonly text: string;
  /** The text piece by piece, for formats whose reports may be too long to be held as one. */
  readonly pieces?: Iterable<string>;
  /** What the reader of the text must be told beside it (results left out, for example). */
  readonly notices: readonly string[];
}

/** Report to text, ending in a line end. Pure. */
export type Reporter = (report: Report, context: ReportContext) => Rendered;

/** A piece is handed on once it is so long. */
const PIECE = 1 << 16;

/** What is written part by part; the whole text is put together where it is asked for. */
export const inPieces = (parts: () => Iterable<string>): Rendered => ({
  get text() {
    return [...parts()].join('');
  },
  pieces: { [Symbol.iterator]: () => gathered(parts()) },
  notices: [],
});

function* gathered(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
