// Controls, formatting marks (reordering, zero width, byte order mark), line and paragraph separators, lone surrogates.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

/**
 * The text with all that could move a terminal's cursor, colour it, or show text in another order than it stands
 * written as Python escapes. For names, paths and constants of analysed code.
 */
export const neutralise = (text: string): string => text.replace(UNSAFE, escaped);

/** A line of source with each unsafe unit as one mark, a tab as one blank, so that columns keep their place. */
export const neutraliseLine = (line: string): string =>
  line.replaceAll('\t', ' ').replace(UNSAFE, (found) => '\u00b7'.repeat(found.length));

// The line ends of the layout are the only controls JSON text has outside of escapes.
const UNSAFE_IN_JSON = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

// Found much quicker than by the properties of characters; what a part holds in full is told by those.
const UNUSUAL = /[^\n\x20-\x7e]+/g;

const unitEscapes = (found: string): string =>
  Array.from(
    { length: found.length },
    (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** JSON text whose strings hold no raw unsafe character either; it means the same. */
export const neutraliseJson = (json: string): string =>
  json.replace(UNUSUAL, (part) => part.replace(UNSAFE_IN_JSON, unitEscapes));
