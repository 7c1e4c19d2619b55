import { displayWidth } from './width.ts';

export interface Column {
  readonly title?: string;
  readonly align?: 'left' | 'right';
  /** Cells wider than this do not widen their column. */
  readonly most?: number;
  /** Colours a cell after it is padded. */
  readonly paint?: (cell: string, row: number) => string;
}

const GAP = '  ';

/** Rows in aligned columns, two blanks between them, without trailing blanks; titles first where there are any. */
export function columns(layout: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const titled = layout.some(({ title }) => title !== undefined);
  const all = titled ? [layout.map(({ title }) => title ?? ''), ...rows] : rows;
  const widths = layout.map(({ most = Number.POSITIVE_INFINITY }, index) =>
    all.reduce((widest, row) => {
      const width = displayWidth(row[index]!);
      return width > most ? widest : Math.max(widest, width);
    }, 0),
  );
  return all.map((row, at) => {
    const cells = row.map((cell, index) => {
      const { align, paint } = layout[index]!;
      const last = index === row.length - 1;
      const blanks = ' '.repeat(Math.max(0, widths[index]! - displayWidth(cell)));
      const padded = align === 'right' ? blanks + cell : last ? cell : cell + blanks;
      const number = titled ? at - 1 : at;
      return paint && number >= 0 ? paint(padded, number) : padded;
    });
    return cells.join(GAP).trimEnd();
  });
}
