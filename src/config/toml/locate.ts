/** Offsets of a key and of its value, from the start of the text; the value's end exclusive. */
export interface Place {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** The name of a place: the keys that lead there, elements of arrays by their number. */
export const pathKey = (path: readonly (string | number)[]): string => JSON.stringify(path);

type Path = readonly (string | number)[];

/** One part of a dotted key. */
interface Part {
  readonly name: string;
  readonly at: number;
}

const BARE_VALUE = /[^,\]}#\r\n]*/y;
const BLANK = /[ \t]*/y;
const BLANK_OR_LINES = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
const BARE_KEY = /[A-Za-z0-9_-]+/y;
/** Texts of the four forms (TOML 1.0, "String"); up to two more quotes may stand before a closing three. */
const TEXT =
  /"""(?:\\[\s\S]|[^\\])*?"""(?:"{0,2})|'''[\s\S]*?'''(?:'{0,2})|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'/y;

/**
 * Where the keys and values of a TOML document stand. The text is valid: the parser has read it, and says what the
 * values are, but not where.
 */
export function locate(text: string): ReadonlyMap<string, Place> {
  return new Scan(text).document();
}

class Scan {
  private readonly text: string;
  private readonly places = new Map<string, Place>();
  /** How many tables each array of tables has by now. */
  private readonly counts = new Map<string, number>();
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): ReadonlyMap<string, Place> {
    let table: Path = [];
    for (this.skip(BLANK_OR_LINES); this.at < this.text.length; this.skip(BLANK_OR_LINES)) {
      if (this.text[this.at] === '[') table = this.header();
      else this.pair(table);
    }
    return this.places;
  }

  /** Moves over what the pattern matches here, and gives it. */
  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private key(): Part[] {
    const parts: Part[] = [];
    do {
      if (parts.length > 0) this.at++;
      this.skip(BLANK);
      const at = this.at;
      const bare = this.skip(BARE_KEY);
      parts.push({ name: bare || quoted(this.skip(TEXT)), at });
      this.skip(BLANK);
    } while (this.text[this.at] === '.');
    return parts;
  }

  /** `[table]` or `[[array]]`; gives the path that keys below it begin with. */
  private header(): Path {
    const start = this.at;
    const isArray = this.text.startsWith('[[', this.at);
    this.at += isArray ? 2 : 1;
    const parts = this.key();
    this.at += isArray ? 2 : 1;
    let path: Path = [];
    parts.forEach(({ name, at }, index) => {
      path = this.lastOf([...path, name]);
      if (index < parts.length - 1) this.add(path, { key: at, from: start, to: this.at });
    });
    const { at } = parts.at(-1)!;
    if (!isArray) {
      this.add(path, { key: at, from: start, to: this.at });
      return path;
    }
    const array = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
    this.add(array, { key: at, from: start, to: this.at });
    const count = this.counts.get(pathKey(array)) ?? 0;
    this.counts.set(pathKey(array), count + 1);
    this.add([...array, count], { key: at, from: start, to: this.at });
    return [...array, count];
  }

  /** A path into an array of tables leads into its last table. */
  private lastOf(path: Path): Path {
    const count = this.counts.get(pathKey(path));
    return count === undefined ? path : [...path, count - 1];
  }

  private pair(table: Path): void {
    const parts = this.key();
    this.at++;
    this.skip(BLANK);
    const from = this.at;
    let path = table;
    const paths = parts.map(({ name, at }) => {
      path = [...path, name];
      return { path, at };
    });
    this.value(path);
    for (const { path: inner, at } of paths) this.add(inner, { key: at, from, to: this.at });
  }

  private value(path: Path): void {
    const first = this.text[this.at];
    if (first === '"' || first === "'") this.skip(TEXT);
    else if (first === '[') this.array(path);
    else if (first === '{') this.inlineTable(path);
    else {
      const bare = this.skip(BARE_VALUE);
      this.at -= bare.length - bare.trimEnd().length;
    }
  }

  private array(path: Path): void {
    this.at++;
    for (let index = 0; this.more(']'); index++) {
      const from = this.at;
      this.value([...path, index]);
      this.add([...path, index], { key: from, from, to: this.at });
    }
  }

  private inlineTable(path: Path): void {
    this.at++;
    while (this.more('}')) this.pair(path);
  }

  /** Whether another element comes; if none does, moves behind the end. */
  private more(end: ']' | '}'): boolean {
    this.skip(BLANK_OR_LINES);
    if (this.text[this.at] === ',') {
      this.at++;
      this.skip(BLANK_OR_LINES);
    }
    if (this.at < this.text.length && this.text[this.at] !== end) return true;
    this.at++;
    return false;
  }

  private add(path: Path, place: Place): void {
    const key = pathKey(path);
    if (!this.places.has(key)) this.places.set(key, place);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
};

/** The name that a quoted key stands for. */
function quoted(text: string): string {
  const inner = text.slice(1, -1);
  if (text.startsWith("'")) return inner;
  return inner.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))/g,
    (_, u, long, x, one) => {
      const digits: string | undefined = u ?? long ?? x;
      return digits ? String.fromCodePoint(Number.parseInt(digits, 16)) : (ESCAPES[one] ?? one);
    },
  );
}
