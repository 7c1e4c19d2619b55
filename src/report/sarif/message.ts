/**
 * Text of analysed code inside a SARIF message: brackets would start a link (SARIF 2.1.0, 3.11.6), braces a
 * placeholder (3.11.5), so both are written as the standard has it.
 */
export const messageText = (text: string): string =>
  text.replace(/[\\[\]]/g, '\\$&').replace(/\{(\d+)\}/g, '{{$1}}');

/** At most `length` UTF-16 units, the last an ellipsis where something is cut; never half of a surrogate pair. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
