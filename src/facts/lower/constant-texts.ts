import type { Constant } from '../../model/constant.ts';
import { ARGUMENT, CONTAINER, OP, type OpId } from '../ir.ts';
import type { Lowering } from './lowering.ts';

/** Longer texts name nothing. */
const LONGEST = 256;

/** Methods of texts that take no argument and give a text of the same length or less. */
const PLAIN: ReadonlyMap<string, (text: string) => string> = new Map([
  ['lower', (text: string) => text.toLowerCase()],
  ['upper', (text: string) => text.toUpperCase()],
  ['strip', (text: string) => text.trim()],
  ['capitalize', (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()],
]);

/** `text`, if it may be a name at all. */
export const shortText = (text: string | undefined): string | undefined =>
  text === undefined || text.length > LONGEST ? undefined : text;

/**
 * The text that a method of a constant text gives for constant arguments (library/stdtypes, "String Methods"), as far
 * as texts are put together so to name attributes, keys and modules; `undefined`: not known.
 */
export function textOfCall(l: Lowering, callee: OpId, list: readonly number[]): string | undefined {
  const { writer } = l;
  if (writer.kind[callee] !== OP.Attribute) return undefined;
  const text = shortText(l.constantText(writer.a[callee] as OpId));
  if (text === undefined || !isAscii(text)) return undefined;
  const name = writer.names[writer.b[callee]!]!;
  if (list.length === 0) return PLAIN.get(name)?.(text);
  if (name === 'join' && list.length === 3) return shortText(joined(l, text, list[2] as OpId));
  if (name === 'format') return shortText(formatted(l, text, list));
  if (name !== 'replace' || list.length !== 6) return undefined;
  const [from, to] = [l.constantText(list[2] as OpId), l.constantText(list[5] as OpId)];
  return from && to !== undefined ? shortText(text.replaceAll(from, () => to)) : undefined;
}

const isAscii = (text: string): boolean => !/[^\t\n\r -~]/.test(text);

/** What `str()` gives of a constant: of texts and integers alone. */
export function written(l: Lowering, op: OpId): string | undefined {
  if (op < 0 || l.writer.kind[op] !== OP.Const) return undefined;
  const value: Constant = l.writer.constants[l.writer.a[op]!]!;
  if (value.kind === 'str') return value.value;
  return value.kind === 'int' ? String(value.value) : undefined;
}

/** The items of a display, each as text. */
function items(l: Lowering, op: OpId): readonly (string | undefined)[] | undefined {
  const { writer } = l;
  if (op < 0 || writer.kind[op] !== OP.Container) return undefined;
  if (writer.a[op] !== CONTAINER.list && writer.a[op] !== CONTAINER.tuple) return undefined;
  return writer.listAt(writer.b[op]!).map((item) => written(l, item as OpId));
}

function joined(l: Lowering, between: string, list: OpId): string | undefined {
  const parts = items(l, list);
  return parts?.every((part) => part !== undefined) ? parts.join(between) : undefined;
}

/** Replacement fields without attribute, conversion and format. */
function formatted(l: Lowering, text: string, list: readonly number[]): string | undefined {
  const given = new Map<string, string>();
  for (let at = 0; at < list.length; at += 3) {
    const value = written(l, list[at + 2] as OpId);
    if (value === undefined) return undefined;
    if (list[at] === ARGUMENT.positional) given.set(String(at / 3), value);
    else if (list[at] === ARGUMENT.keyword) given.set(l.writer.names[list[at + 1]!]!, value);
    else return undefined;
  }
  let next = 0;
  return filled(text, /\{\{|\}\}|\{(\w*)\}|[{}]/g, (whole, name) => {
    if (name === undefined) return whole.length === 2 ? whole[0] : undefined;
    return given.get(name === '' ? String(next++) : name);
  });
}

/** `text % values` with `%s` and `%d` alone (library/stdtypes, "printf-style String Formatting"). */
export function interpolatedText(l: Lowering, text: string, right: OpId): string | undefined {
  const single = written(l, right);
  const values = single === undefined ? items(l, right) : [single];
  if (!values) return undefined;
  let next = 0;
  const result = filled(text, /%(.?)/gs, (_, kind) => {
    if (kind === '%') return '%';
    return kind === 's' || kind === 'd' ? values[next++] : undefined;
  });
  return next === values.length ? shortText(result) : undefined;
}

function filled(
  text: string,
  fields: RegExp,
  field: (whole: string, name: string | undefined) => string | undefined,
): string | undefined {
  let known = true;
  const result = text.replace(fields, (whole: string, name: string | undefined) => {
    const value = field(whole, name);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? result : undefined;
}
