import { OP } from '../../facts/ir.ts';
import { derives, libraryClass } from '../../stdlib/types/library.ts';
import type { Parameter, Signature } from '../../stdlib/types/signature.ts';
import type { Type } from '../../stdlib/types/type.ts';
import type { Flow } from '../flow.ts';
import type { Arguments, Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** The argument that a parameter gets, if the call spells it out. */
export function argumentFor(
  f: Flow,
  args: Arguments,
  signature: Signature,
  parameter: Parameter,
): Node | undefined {
  const takes = parameter.kind !== 'keyword' && parameter.kind !== 'doubleStar';
  const position = takes ? signature.parameters.indexOf(parameter) : -1;
  const given = position >= 0 ? args.positional[position] : undefined;
  if (given !== undefined || parameter.kind === 'positional' || parameter.kind === 'star') return given;
  return args.keywords.size === 0 ? undefined : args.keywords.get(f.p.name(parameter.name));
}

/** Whether a call's shape fits: how many arguments, which names (language reference 6.3.4). */
export function fits(f: Flow, args: Arguments, signature: Signature): boolean {
  const { parameters } = signature;
  const open = args.stars.length > 0 || args.doubleStars.length > 0;
  let places = 0;
  let anyNumber = false;
  let anyName = false;
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.kind === 'star') anyNumber = true;
    else if (parameter.kind === 'doubleStar') anyName = true;
    else {
      const positional = parameter.kind !== 'keyword';
      if (positional) places++;
      const given =
        (positional && index < args.positional.length) ||
        (parameter.kind !== 'positional' && args.keywords.has(f.p.name(parameter.name)));
      if (!given && !parameter.hasDefault && !open) return false;
    }
  }
  if (args.positional.length > places && !anyNumber) return false;
  if (anyName) return true;
  for (const name of args.keywords.keys()) {
    const text = f.p.text(name);
    if (!parameters.some((parameter) => parameter.name === text && parameter.kind !== 'positional'))
      return false;
  }
  return true;
}

/** The constant that an argument is spelled as: `'r'`, `0`, `True`, `-`; `undefined` if it is none. */
export function constantOf(site: Site, node: Node): string | undefined {
  const { facts } = site.activation.file;
  const { start, end } = facts.functions[site.activation.index]!;
  const op = node - site.activation.base;
  if (op < start || op >= end || facts.kind[op] !== OP.Const) return undefined;
  const value = facts.constants[facts.a[op]!]!;
  switch (value.kind) {
    case 'str':
      return `'${value.value}'`;
    case 'int':
      return value.value.toString();
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'none':
      return '-';
    case 'bytes':
      return 'bytes';
    case 'float':
      return 'float';
    default:
      return undefined;
  }
}

const constantClass = (constant: string): string =>
  constant.startsWith("'")
    ? 'builtins.str'
    : constant === 'True' || constant === 'False'
      ? 'builtins.bool'
      : constant === 'bytes' || constant === 'float'
        ? `builtins.${constant}`
        : 'builtins.int';

/** Whether a parameter takes a constant. */
export function takesConstant(type: Type, constant: string): boolean {
  switch (type.kind) {
    case 'literal':
      return type.values.includes(constant);
    case 'none':
      return constant === '-';
    case 'union':
      return type.items.some((item) => takesConstant(item, constant));
    case 'class':
      return constant !== '-' && takesClass(type.name, constantClass(constant));
    case 'tuple':
    case 'callable':
    case 'type':
      return false;
    default:
      return true;
  }
}

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  'builtins.float': ['builtins.int', 'builtins.bool'],
  'builtins.complex': ['builtins.float', 'builtins.int', 'builtins.bool'],
};

/** Whether an instance of a library class is one of another: by inheritance, or by what protocols ask for. */
export function takesClass(wanted: string, given: string): boolean {
  if (wanted === given || NUMBERS[wanted]?.includes(given)) return true;
  const found = libraryClass(given);
  if (!found || derives(found, wanted)) return true;
  const isText = given === 'builtins.str';
  if (wanted === 'os.PathLike') return found.own('__fspath__') !== undefined;
  if (wanted === '_collections_abc.Buffer') return !isText && !NUMBERS['builtins.complex']!.includes(given);
  if (wanted === 'typing.SupportsIndex') return given === 'builtins.int' || given === 'builtins.bool';
  if (wanted.includes('Supports')) return !isText;
  return wanted === 'typing.Hashable' || wanted === 'typing.Iterable' || wanted === 'typing.Callable';
}

const CONTAINER_CLASSES = ['list', 'tuple', 'set', 'dict', 'Generator'];

/** The library class that a value is an instance of; a project's own instance has none. */
export function classOfValue(f: Flow, token: Token): string | undefined {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.libraryInstance:
      return f.p.text(values.x(token));
    case VALUE.text:
      return 'builtins.str';
    case VALUE.container: {
      const kind = CONTAINER_CLASSES[values.y(token)]!;
      return kind === 'Generator' ? 'typing.Generator' : `builtins.${kind}`;
    }
    case VALUE.generator:
      return 'typing.Generator';
    default:
      return undefined;
  }
}

/** Whether a parameter takes a value. */
export function takesValue(f: Flow, type: Type, token: Token): boolean {
  const { values } = f.p;
  switch (type.kind) {
    case 'none':
      return false;
    case 'union':
      return type.items.some((item) => takesValue(f, item, token));
    case 'literal':
      // a text that is no constant where it stands is not known to be one of them
      return false;
    case 'class': {
      const given = classOfValue(f, token);
      if (given !== undefined) return takesClass(type.name, given);
      return !type.name.startsWith('builtins.') || values.kind(token) === VALUE.instance;
    }
    case 'tuple':
      return classOfValue(f, token) === 'builtins.tuple';
    case 'callable':
    case 'type':
      return classOfValue(f, token) === undefined;
    default:
      return true;
  }
}
