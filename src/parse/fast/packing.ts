// Small numbers as printable text, two characters each: no quote, no backslash, and quicker to read than JSON.

const BASE = 58;
const FIRST = 63;
const SKIPPED = 92;

function digit(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code >= SKIPPED ? code + 1 : code);
}

/**
 * Numbers as text.
 * @throws RangeError for a number below 0 or above 3363.
 */
export function pack(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      if (!(number >= 0 && number < BASE * BASE)) throw new RangeError(`cannot pack ${number}`);
      return digit(Math.floor(number / BASE)) + digit(number % BASE);
    })
    .join('');
}

/** Stands for a row that equals an earlier one, whose number follows: no row begins with so great a number. */
export const SAME_ROW = 3000;

/** Rows one behind the other, each that came before only named. */
export function withoutRepeats(rows: readonly (readonly number[])[]): number[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const key = row.join();
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, index);
    return earlier === undefined ? row : [SAME_ROW, earlier];
  });
}

/** The numbers of a packed text. */
export function unpack(text: string): Uint16Array {
  const numbers = new Uint16Array(text.length / 2);
  for (let index = 0; index < numbers.length; index++) {
    const high = text.charCodeAt(2 * index);
    const low = text.charCodeAt(2 * index + 1);
    numbers[index] =
      (high - (high > SKIPPED ? FIRST + 1 : FIRST)) * BASE + low - (low > SKIPPED ? FIRST + 1 : FIRST);
  }
  return numbers;
}
