/**
 * A type as the index writes it. `text` is its one spelling, so that equal types are equal objects (see `typeOf`).
 *
 * `?` unknown, `-` None, `@` Self, `~T` a type variable, `name[a,b]` a class (builtins without their module),
 * `(a,b)` a tuple of that length, `&r` a callable that gives r, `^c` the class c itself, `{1|'a'}` literals,
 * `<a|b>` one of several.
 */
export type Type = { readonly text: string; readonly isOpen: boolean } & (
  | { readonly kind: 'unknown' | 'none' | 'self' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'tuple' | 'union'; readonly items: readonly Type[] }
  | { readonly kind: 'callable' | 'type'; readonly of: Type }
  | { readonly kind: 'literal'; readonly values: readonly string[] }
);

const known = new Map<string, Type>();

/** The type of a text; texts come from the index and are well formed. */
export function typeOf(text: string): Type {
  let type = known.get(text);
  if (type === undefined) {
    type = new Reader(text).read();
    known.set(text, type);
  }
  return type;
}

const END = new Set('[](),<>|{};');

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): Type {
    const from = this.at;
    const form = this.form();
    const text = this.text.slice(from, this.at);
    return { ...form, text, isOpen: /[~@]/.test(text) } as Type;
  }

  private form() {
    const mark = this.text[this.at]!;
    switch (mark) {
      case '?':
        this.at++;
        return { kind: 'unknown' } as const;
      case '-':
        this.at++;
        return { kind: 'none' } as const;
      case '@':
        this.at++;
        return { kind: 'self' } as const;
      case '~':
        this.at++;
        return { kind: 'variable', name: this.word() } as const;
      case '&':
      case '^':
        this.at++;
        return { kind: mark === '&' ? 'callable' : 'type', of: this.read() } as const;
      case '(':
        return { kind: 'tuple', items: this.list(')') } as const;
      case '<':
        return { kind: 'union', items: this.list('>') } as const;
      case '{': {
        const end = this.text.indexOf('}', this.at);
        const values = this.text.slice(this.at + 1, end).split('|');
        this.at = end + 1;
        return { kind: 'literal', values } as const;
      }
      default: {
        const word = this.word();
        const name = word.includes('.') ? word : `builtins.${word}`;
        return { kind: 'class', name, args: this.text[this.at] === '[' ? this.list(']') : [] } as const;
      }
    }
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.text.length && !END.has(this.text[this.at]!)) this.at++;
    return this.text.slice(from, this.at);
  }

  /** Items up to a closing bracket; what opens the list stands here. */
  private list(close: string): Type[] {
    const items: Type[] = [];
    this.at++;
    while (this.text[this.at] !== close) {
      items.push(this.read());
      if (this.text[this.at] !== close) this.at++;
    }
    this.at++;
    return items;
  }
}

/** A type with its variables replaced; one without a binding is unknown. */
export function substituted(type: Type, bindings: ReadonlyMap<string, string>): Type {
  if (!type.text.includes('~')) return type;
  return typeOf(type.text.replace(/~(\w+)/g, (_, name: string) => bindings.get(name) ?? '?'));
}
