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
