import type { Region, Span } from './finding.ts';

/**
 * Decoded text of one file with its line starts. Lines end at LF, CRLF or CR, as Python reads them (language
 * reference 2.1.2); form feed ends no line.
 */
export class Source {
  readonly path: string;
  readonly text: string;
  private starts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  private lineStarts(): number[] {
    if (this.starts) return this.starts;
    const starts = [0];
    const { text } = this;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
      if (unit === 10 || unit === 13) starts.push(index + 1);
    }
    this.starts = starts;
    return starts;
  }

  get lineCount(): number {
    return this.lineStarts().length;
  }

  /** 1-based line and column of a UTF-16 offset; an offset past the end is taken as the end. */
  position(offset: number): { line: number; column: number } {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.text.length) - starts[low]! + 1 };
  }

  region(span: Span): Region {
    const start = this.position(span.from);
    const end = this.position(span.to);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  /** Text of a 1-based line without its end; empty beyond the file. */
  line(number: number): string {
    const starts = this.lineStarts();
    const from = starts[number - 1];
    if (from === undefined) return '';
    return this.text.slice(from, starts[number] ?? this.text.length).replace(/(\r\n|\r|\n)$/, '');
  }
}
