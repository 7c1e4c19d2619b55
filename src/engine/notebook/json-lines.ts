/** A line of source as it stands in a JSON string: where it begins, and where an escape makes it longer. */
export interface JsonLine {
  readonly text: string;
  /** Offset of the first unit in the JSON text. */
  readonly from: number;
  /** Unit of the line that is written as an escape -> how many units more that takes, in order. */
  readonly longer: readonly (readonly [at: number, more: number])[];
}

/** The offset in the JSON text of a unit of the line, its end included. */
export function jsonOffset({ from, longer }: JsonLine, at: number): number {
  let offset = from + at;
  for (const [unit, more] of longer) if (unit < at) offset += more;
  return offset;
}

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The lines of a JSON string, given by the offset of its first quote; lines end at LF. The JSON is valid. */
export function jsonLines(json: string, quote: number): JsonLine[] {
  const lines: JsonLine[] = [];
  let at = quote + 1;
  let line = { text: '', from: at, longer: [] as [number, number][] };
  while (json[at] !== '"') {
    let unit = json[at]!;
    let width = 1;
    if (unit === '\\') {
      const letter = json[at + 1]!;
      width = letter === 'u' ? 6 : 2;
      unit =
        letter === 'u'
          ? String.fromCharCode(Number.parseInt(json.slice(at + 2, at + 6), 16))
          : (LETTERS[letter] ?? letter);
      if (unit !== '\n') line.longer.push([line.text.length, width - 1]);
    }
    at += width;
    if (unit === '\n') {
      lines.push(line);
      line = { text: '', from: at, longer: [] };
    } else line.text += unit;
  }
  return line.text === '' && lines.length > 0 ? lines : [...lines, line];
}

type Path = readonly (string | number)[];

/** Tells of every string value of a valid JSON text: where it stands in the value, and its first quote. */
export function eachString(json: string, visit: (path: Path, quote: number) => void): void {
  let at = 0;
  const blanks = (): void => {
    while (/\s/.test(json[at] ?? '')) at++;
  };
  const stringEnd = (): number => {
    let end = at;
    do end = json.indexOf('"', end + 1);
    while (isEscaped(json, end));
    return end + 1;
  };
  const items = (close: string, one: (index: number) => void): void => {
    at++;
    blanks();
    for (let index = 0; json[at] !== close; index++) {
      one(index);
      blanks();
      if (json[at] === ',') at++;
      blanks();
    }
    at++;
  };
  const value = (path: Path): void => {
    blanks();
    if (json[at] === '"') {
      visit(path, at);
      at = stringEnd();
    } else if (json[at] === '[') items(']', (index) => value([...path, index]));
    else if (json[at] === '{')
      items('}', () => {
        const from = at;
        at = stringEnd();
        const key = JSON.parse(json.slice(from, at)) as string;
        blanks();
        at++;
        value([...path, key]);
      });
    else while (at < json.length && !/[\s,\]}]/.test(json[at]!)) at++;
  };
  value([]);
}

function isEscaped(json: string, at: number): boolean {
  let backslashes = 0;
  while (json[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
