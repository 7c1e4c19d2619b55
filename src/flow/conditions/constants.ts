import { CONTAINER, NO_OP, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Constant, ConstantOrUnknown } from '../../model/constant.ts';
import { str } from '../../model/constant.ts';
import { isPartialText } from '../constrain/partial-texts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';

const UNKNOWN: ConstantOrUnknown = { kind: 'unknown' };
/** Chains of names and operators longer than this are given up. */
const DEEPEST = 40;
/** Constants larger than this are given up: forty doublings of a short text are a terabyte. */
const LARGEST = 65_536;

/**
 * The one evaluator of constants: the value of an op, if it is the same on every way to it. Values that come from
 * callers are never taken, since callers may be out of sight.
 */
export function evaluate(f: Flow, activation: Activation, op: number, depth = 0): ConstantOrUnknown {
  if (op < 0 || depth > DEEPEST) return UNKNOWN;
  const node = f.p.node(activation, op as OpId);
  const known = f.constants.get(node);
  if (known !== undefined) return known;
  // while it is worked on: a value that depends on itself, through a loop, is no constant
  f.constants.set(node, UNKNOWN);
  const evaluated = evaluateOp(f, activation, op, depth);
  const value = size(evaluated) > LARGEST ? UNKNOWN : evaluated;
  f.constants.set(node, value);
  return value;
}

const sizes = new WeakMap<ConstantOrUnknown, number>();

/** Characters, digits and items of a value as it is written out. Tuples share parts, so each is measured once. */
function size(value: ConstantOrUnknown): number {
  switch (value.kind) {
    case 'str':
    case 'bytes':
      return value.value.length;
    case 'int':
      return typeof value.value === 'bigint' ? value.value.toString(16).length : 1;
    case 'tuple': {
      const known = sizes.get(value);
      if (known !== undefined) return known;
      const sum = value.items.reduce((total, item) => total + size(item), 1);
      sizes.set(value, sum);
      return sum;
    }
    default:
      return 1;
  }
}

function evaluateOp(f: Flow, activation: Activation, op: number, depth: number): ConstantOrUnknown {
  const { facts } = activation.file;
  const a = facts.a[op]!;
  const next = (operand: number) => evaluate(f, activation, operand, depth + 1);
  switch (facts.kind[op]) {
    case OP.Const:
      return facts.constants[a]!;
    case OP.Container:
      return sequence(f, activation, op, depth);
    case OP.Join:
      return agreed([...listOf(facts, facts.b[op]!)].map(next));
    case OP.Boolean:
      return agreed([next(a), next(facts.b[op]!)]);
    case OP.LoadVariable:
      return variable(f, activation, a, depth);
    case OP.Binary:
      return binary(facts.names[facts.c[op]!]!, next(a), next(facts.b[op]!));
    case OP.Unary:
      return negate(facts.names[facts.c[op]!]!, next(a));
    case OP.Format:
      return formatted(f, activation, op, depth);
    case OP.Call:
      return called(f, activation, op, depth);
    case OP.ImportFrom:
    case OP.Attribute:
    case OP.LoadName:
      return onlyText(f, activation, op);
    default:
      return UNKNOWN;
  }
}

function agreed(values: readonly ConstantOrUnknown[]): ConstantOrUnknown {
  const [first] = values;
  if (!first || first.kind === 'unknown') return UNKNOWN;
  const text = key(first);
  return values.every((value) => value.kind !== 'unknown' && key(value) === text) ? first : UNKNOWN;
}

function key(value: ConstantOrUnknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

/** A tuple or list display; both count as tuples, as events pass lists of arguments. */
function sequence(f: Flow, activation: Activation, op: number, depth: number): ConstantOrUnknown {
  const { facts } = activation.file;
  const kind = facts.a[op];
  if (kind !== CONTAINER.tuple && kind !== CONTAINER.list) return UNKNOWN;
  const items = [...listOf(facts, facts.b[op]!)];
  if (items.some((item) => item < 0)) return UNKNOWN;
  return { kind: 'tuple', items: items.map((item) => evaluate(f, activation, item, depth + 1)) };
}

/** A name bound once, in the activation that binds it. */
function variable(f: Flow, activation: Activation, id: number, depth: number): ConstantOrUnknown {
  const { facts } = activation.file;
  const stored = f.stores.of(facts, id);
  const holder = facts.variables[id]!.function;
  let at: Activation | undefined = activation;
  while (at && at.index !== holder) at = at.around >= 0 ? f.p.activations.all[at.around] : undefined;
  if (!at || stored.length !== 1) return UNKNOWN;
  return evaluate(f, at, stored[0]!, depth + 1);
}

function binary(operator: string, left: ConstantOrUnknown, right: ConstantOrUnknown): ConstantOrUnknown {
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN;
  if (operator === '+' && left.kind === 'tuple' && right.kind === 'tuple') {
    return { kind: 'tuple', items: [...left.items, ...right.items] };
  }
  if (operator === '+' && (left.kind === 'str' || left.kind === 'bytes') && right.kind === left.kind) {
    return { kind: left.kind, value: left.value + right.value };
  }
  if (operator === '%' && left.kind === 'str') return percent(left.value, right);
  // of a text this is a TypeError: the left side is a path
  if (operator === '/' && left.kind === 'str' && right.kind === 'str')
    return str(joined(left.value, right.value));
  if (left.kind !== 'int' || right.kind !== 'int') return UNKNOWN;
  return integers(operator, BigInt(left.value), BigInt(right.value));
}

function integers(operator: string, left: bigint, right: bigint): ConstantOrUnknown {
  const fits = (value: bigint): Constant => ({
    kind: 'int',
    value: BigInt.asIntN(53, value) === value ? Number(value) : value,
  });
  switch (operator) {
    case '+':
      return fits(left + right);
    case '-':
      return fits(left - right);
    case '*':
      return fits(left * right);
    case '|':
      return fits(left | right);
    case '&':
      return fits(left & right);
    case '^':
      return fits(left ^ right);
    case '<<':
      return right >= 0n && right < 64n ? fits(left << right) : UNKNOWN;
    case '>>':
      return right >= 0n && right < 4096n ? fits(left >> right) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** `%s` with texts and integers; anything finer is left unknown. */
function percent(format: string, value: Constant): ConstantOrUnknown {
  const values = value.kind === 'tuple' ? [...value.items] : [value];
  let failed = false;
  const text = format.replace(/%(.)/g, (_, code: string) => {
    if (code === '%') return '%';
    const next = values.shift();
    const plain = next && plainText(next);
    if ((code === 's' || (code === 'd' && next?.kind === 'int')) && plain !== undefined) return plain;
    failed = true;
    return '';
  });
  return failed || values.length > 0 ? UNKNOWN : str(text);
}

/** `str(value)` of a text or an integer. */
function plainText(value: ConstantOrUnknown): string | undefined {
  return value.kind === 'str' || value.kind === 'int' ? String(value.value) : undefined;
}

function negate(operator: string, value: ConstantOrUnknown): ConstantOrUnknown {
  if (operator !== '-') return UNKNOWN;
  if (value.kind === 'int') return { kind: 'int', value: -value.value };
  return value.kind === 'float' ? { kind: 'float', value: -value.value } : UNKNOWN;
}

function formatted(f: Flow, activation: Activation, op: number, depth: number): ConstantOrUnknown {
  const { facts } = activation.file;
  if (facts.c[op] === 1) return UNKNOWN;
  let text = '';
  for (const part of listOf(facts, facts.b[op]!)) {
    const isField = facts.kind[part] === OP.FormatField;
    if (isField && (facts.b[part] !== NO_OP || facts.c[part] === 1)) return UNKNOWN;
    const value = evaluate(f, activation, isField ? facts.a[part]! : part, depth + 1);
    const plain = plainText(value);
    if (plain === undefined) return UNKNOWN;
    text += plain;
    if (text.length > LARGEST) return UNKNOWN;
  }
  return str(text);
}

const JOINS = new Set(['os.path.join', 'posixpath.join']);
const PATHS = new Set(['Path', 'PurePath', 'PosixPath', 'PurePosixPath'].map((name) => `pathlib.${name}`));

/** `os.path.join` and `Path` of constants; they join as on POSIX. */
function called(f: Flow, activation: Activation, op: number, depth: number): ConstantOrUnknown {
  const { facts } = activation.file;
  const names = libraryNames(f, activation, facts.a[op]!);
  const joins =
    names.length > 0 && names.every((name) => JOINS.has(name) || PATHS.has(name) || name === 'os.fspath');
  if (!joins) return UNKNOWN;
  const list = listOf(facts, facts.b[op]!);
  let path = '';
  for (let index = 0; index < list.length; index += 3) {
    const value = list[index] === 0 ? evaluate(f, activation, list[index + 2]!, depth + 1) : UNKNOWN;
    if (value.kind !== 'str') return UNKNOWN;
    path = joined(path, value.value);
    if (path.length > LARGEST) return UNKNOWN;
  }
  return str(path);
}

function joined(path: string, next: string): string {
  if (next.startsWith('/') || path === '') return next;
  return path.endsWith('/') ? path + next : `${path}/${next}`;
}

/** Dotted names of the library values an op may be. */
export function libraryNames(f: Flow, activation: Activation, op: number): string[] {
  const { values, solver } = f.p;
  return solver
    .at(f.p.node(activation, op as OpId))
    .filter((token) => values.kind(token) === VALUE.library)
    .map((token) => f.p.text(values.x(token)));
}

/** A name of another module, or of an object, that holds one text and nothing else. */
function onlyText(f: Flow, activation: Activation, op: number): ConstantOrUnknown {
  const tokens = f.p.solver.at(f.p.node(activation, op as OpId));
  const [only] = tokens;
  if (only === undefined || tokens.length > 1 || f.p.values.kind(only) !== VALUE.text) return UNKNOWN;
  const text = f.p.text(f.p.values.x(only));
  return isPartialText(text) ? UNKNOWN : str(text);
}
