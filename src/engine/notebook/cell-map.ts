import type { Region, Stretch } from '../../model/finding.ts';
import type { LineTable } from '../../model/line-table.ts';
import { type JsonLine, jsonOffset } from './json-lines.ts';

/** Where a line of the program that a notebook becomes comes from. */
export interface LineOrigin {
  readonly cell: number;
  /** In the cell, from 1. */
  readonly line: number;
  readonly json: Omit<JsonLine, 'text'>;
  /** Units of the line in the cell, and of the blanks it begins with. */
  readonly width: number;
  readonly indent: number;
  /** Columns to add; absent: the whole line stands for any part. */
  readonly shift?: number;
}

/** Leads from the program that a notebook becomes back to its cells, and to the file's own text. */
export class CellMap {
  private readonly origins: readonly (LineOrigin | undefined)[];
  private readonly file: LineTable;

  /** `origins`: by line of the program; undefined for lines of ours. `file`: lines of the notebook's own text. */
  constructor(origins: readonly (LineOrigin | undefined)[], file: LineTable) {
    this.origins = origins;
    this.file = file;
  }

  origin(line: number): LineOrigin | undefined {
    return this.origins[line - 1];
  }

  /** A stretch of the program in its cell. What goes on beyond the cell ends with the line; lines of ours have no place. */
  region({ line, column, endLine, endColumn }: Stretch): Region | undefined {
    const start = this.origin(line);
    if (!start) return undefined;
    const last = this.origin(endLine);
    const end = last?.cell === start.cell ? last : start;
    const from = start.shift === undefined ? start.indent + 1 : column + start.shift;
    const to = end !== last || end.shift === undefined ? end.width + 1 : endColumn + end.shift;
    const first = this.file.position(jsonOffset({ text: '', ...start.json }, from - 1));
    const after = this.file.position(jsonOffset({ text: '', ...end.json }, to - 1));
    return {
      cell: start.cell,
      ...{ line: start.line, column: from, endLine: end.line, endColumn: to },
      inFile: { ...first, endLine: after.line, endColumn: after.column },
    };
  }

  /** A line of the program as a witness names it. */
  step(
    line: number,
  ): { readonly line: number; readonly cell: number; readonly lineInFile: number } | undefined {
    const origin = this.origin(line);
    return (
      origin && {
        line: origin.line,
        cell: origin.cell,
        lineInFile: this.file.position(origin.json.from).line,
      }
    );
  }
}
