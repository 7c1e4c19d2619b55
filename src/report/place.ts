import type { Region } from '../model/finding.ts';

/** A line as people name it in its file: `12`, in a notebook `cell 3:12`. */
export const lineText = ({ cell, line }: { readonly cell?: number; readonly line: number }): string =>
  cell === undefined ? String(line) : `cell ${cell}:${line}`;

/** `3:7`, in a notebook `cell 3:3:7`. */
export const regionPlace = (region: Region): string => `${lineText(region)}:${region.column}`;

/** `src/app.py:3:7`, `nb.ipynb:cell 3:3:7`; the file alone where no more is known. */
export const placeText = (file: string, region: Region | undefined): string =>
  region === undefined ? file : `${file}:${regionPlace(region)}`;
