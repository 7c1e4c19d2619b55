const LF = 10;
const CR = 13;
const TAB = 9;
const BLANK = 32;
/** Stands for the end of the file; after it zeros. */
const END = 0xffff;
const WINDOW = 100;
const HIGH = 2 ** 32;

/**
 * `primaryLocationLineHash` of the 1-based lines asked for, as github/codeql-action computes it (its
 * src/fingerprints.ts): over the first 100 UTF-16 units from the line's start, blanks and tabs left out and every
 * line end one LF, a polynomial of base 37 modulo 2^64, in hex; behind a colon which of the file's lines with that
 * hash it is.
 */
export function lineHashes(text: string, lines: Iterable<number>): Map<number, string> {
  const { units, starts } = squeezed(text);
  const wanted = new Set(lines);
  // Only lines that begin like a wanted one can share its hash; the others need none.
  const beginnings = new Set<number>();
  for (const line of wanted) beginnings.add(beginning(units, starts[line - 1] ?? 0));
  const counts = new Map<string, number>();
  const hashes = new Map<number, string>();
  starts.forEach((start, index) => {
    if (!beginnings.has(beginning(units, start))) return;
    const hash = polynomial(units, start);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    if (wanted.has(index + 1)) hashes.set(index + 1, `${hash}:${count}`);
  });
  return hashes;
}

function beginning(units: Uint16Array, start: number): number {
  let hash = 0;
  for (let index = start; index < start + 20; index++) hash = (Math.imul(hash, 37) + units[index]!) | 0;
  return hash;
}

function squeezed(text: string): { units: Uint16Array; starts: number[] } {
  const units = new Uint16Array(text.length + 1 + WINDOW);
  const starts: number[] = [];
  let length = 0;
  let isStart = true;
  const put = (unit: number): void => {
    if (isStart) starts.push(length);
    isStart = unit === LF;
    units[length++] = unit;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === BLANK || unit === TAB) continue;
    if (unit !== CR) put(unit);
    else {
      put(LF);
      if (text.charCodeAt(index + 1) === LF) index++;
    }
  }
  put(END);
  return { units, starts };
}

/** 64 bits as two halves: 37 times a half and a unit stay below 2^53. */
function polynomial(units: Uint16Array, start: number): string {
  let high = 0;
  let low = 0;
  for (let index = start; index < start + WINDOW; index++) {
    const sum = low * 37 + units[index]!;
    low = sum >>> 0;
    high = (high * 37 + (sum - low) / HIGH) >>> 0;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
