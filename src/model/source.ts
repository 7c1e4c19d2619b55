import type { Region, Span } from './finding.ts';
import { LineTable } from './line-table.ts';

/** Decoded text of one file with its lines. */
export class Source {
  readonly path: string;
  readonly text: string;
  private table: LineTable | undefined;

  /** `lines`: those of another state of the file, where positions refer to that one. */
  constructor(path: string, text: string, lines?: LineTable) {
    this.path = path;
    this.text = text;
    this.table = lines;
  }

  get lines(): LineTable {
    this.table ??= new LineTable(this.text);
    return this.table;
  }

  get lineCount(): number {
    return this.lines.lineCount;
  }

  /** 1-based line and column of a UTF-16 offset; an offset past the end is taken as the end. */
  position(offset: number): { line: number; column: number } {
    return this.lines.position(offset);
  }

  region(span: Span): Region {
    return this.lines.region(span);
  }

  /** Text of a 1-based line without its end; empty beyond the file. */
  line(number: number): string {
    const from = this.lines.start(number);
    if (from === undefined) return '';
    return this.text
      .slice(from, this.lines.start(number + 1) ?? this.text.length)
      .replace(/(\r\n|\r|\n)$/, '');
  }
}
