import { Buffer } from 'node:buffer';
import { neutralise } from './neutralise.ts';

/** Every sign that Markdown could read, as a character reference, which it never takes for structure (CommonMark 2.5). */
const referenced = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,/_-]/gu, (sign) => `&#${sign.codePointAt(0)};`).replaceAll('_', '&#95;');

/**
 * Text of analysed code in a cell of a table, set as code. A span of backticks where it can hold the text; its own
 * backticks would end it and a bar the cell, so that text is written sign by sign.
 */
export function codeCell(text: string): string {
  const safe = neutralise(text);
  if (safe.trim() === '') return '';
  return /[`|]/.test(safe) ? `<code>${referenced(safe)}</code>` : `\`${safe}\``;
}

/** Words in a line of Markdown that are to stay words; before a blank, colons and semicolons begin nothing. */
export const words = (text: string): string =>
  referenced(neutralise(text)).replaceAll('&#39;', "'").replaceAll('&#58; ', ': ').replaceAll('&#59; ', '; ');

/** Bytes of the text as it is written. */
export const byteLength = (text: string): number => Buffer.byteLength(text);

/** The first lines that fit in so many bytes, each with its line end. */
export function within(lines: readonly string[], bytes: number): readonly string[] {
  let left = bytes;
  for (let index = 0; index < lines.length; index++) {
    left -= byteLength(lines[index]!) + 1;
    if (left < 0) return lines.slice(0, index);
  }
  return lines;
}
