/** Members of a union as written; the one of another type. */
function members(text: string): string[] {
  return text.startsWith('<') && closes(text) ? split(text.slice(1, -1), '|') : [text];
}

/** Whether the bracket that opens a text closes at its end. */
function closes(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ('<[({'.includes(text[at]!)) depth++;
    else if ('>])}'.includes(text[at]!)) depth--;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}

/** Splits at a mark outside brackets. */
export function split(text: string, mark: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if ('<[({'.includes(unit)) depth++;
    else if ('>])}'.includes(unit)) depth--;
    else if (unit === mark && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** One of several types; what nothing is known of adds nothing. */
export function union(parts: readonly string[]): string {
  const all = [...new Set(parts.flatMap(members))].filter((part) => part !== '?');
  const literals = all.filter((part) => part.startsWith('{'));
  const rest = all.filter((part) => !part.startsWith('{'));
  if (literals.length > 1) {
    rest.push(`{${[...new Set(literals.flatMap((part) => part.slice(1, -1).split('|')))].join('|')}}`);
  } else rest.push(...literals);
  if (rest.length === 0) return '?';
  return rest.length === 1 ? rest[0]! : `<${rest.join('|')}>`;
}

/** Type variables of a type, in order of appearance. */
export function variables(text: string): string[] {
  return [...new Set([...text.matchAll(/~(\w+)/g)].map(([, name]) => name!))];
}

/** An alias with its type variables replaced, in order; those without an argument say nothing. */
export function substitute(text: string, args: readonly string[]): string {
  const names = variables(text);
  if (names.length === 0) return text;
  return normal(text.replace(/~(\w+)/g, (_, name: string) => args[names.indexOf(name)] ?? '?'));
}

/** A type after replacement: unions within unions, and parts that say nothing, taken out. */
function normal(text: string): string {
  const kind = text[0]!;
  if (kind === '<' && closes(text)) return union(members(text).map(normal));
  if (kind === '&' || kind === '^') {
    const inner = normal(text.slice(1));
    return kind === '^' && inner === '?' ? 'type' : kind + inner;
  }
  if (kind === '(' && closes(text)) return `(${split(text.slice(1, -1), ',').map(normal).join(',')})`;
  const open = text.indexOf('[');
  if (kind === '{' || open < 0) return text;
  const args = split(text.slice(open + 1, -1), ',').map(normal);
  return args.every((arg) => arg === '?') ? text.slice(0, open) : `${text.slice(0, open)}[${args.join(',')}]`;
}
