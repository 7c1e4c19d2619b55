import type { Region, Span } from './finding.ts';

/** Where the lines of a text begin; kept when the text itself is dropped. */
export class LineTable {
  private readonly starts: Int32Array;
  private readonly length: number;

  /** Lines end at LF, CRLF or CR, as Python reads them (language reference 2.1.2); form feed ends no line. */
  constructor(text: string) {
    // the engine's own search is many times quicker than a loop over units
    let starts = new Int32Array((text.length >> 5) + 16);
    let count = 1;
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      let end = feed;
      if (carriage >= 0 && (feed < 0 || carriage < feed)) {
        end = carriage;
        carriage = text.indexOf('\r', carriage + 1);
        if (end + 1 === feed) continue;
      } else feed = text.indexOf('\n', feed + 1);
      if (count === starts.length) {
        const bigger = new Int32Array(2 * count);
        bigger.set(starts);
        starts = bigger;
      }
      starts[count++] = end + 1;
    }
    this.starts = starts.slice(0, count);
    this.length = text.length;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offset of a 1-based line's first unit; undefined beyond the text. */
  start(line: number): number | undefined {
    return this.starts[line - 1];
  }

  /** 1-based line and column of a UTF-16 offset; an offset past the end is taken as the end. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.length) - this.starts[low]! + 1 };
  }

  region(span: Span): Region {
    const start = this.position(span.from);
    const end = this.position(span.to);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }
}
