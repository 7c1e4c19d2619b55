import type { OperandTest } from '../../model/catalogue.ts';
import type { Constant } from '../../model/constant.ts';
import type { InstanceTest } from '../../stdlib/closure.ts';
import { derives, libraryClass, memberOfClass } from '../../stdlib/types/library.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import { definedName } from '../library/definitions.ts';
import type { Activation } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { isEach, isSomething, tokensAt } from './something.ts';

/** Whether a value is true whatever it holds: its class has neither `__bool__` nor `__len__` (data model 3.3.1). */
export function isTrueObject(f: Flow, token: Token): boolean {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.function:
    case VALUE.class:
    case VALUE.module:
    case VALUE.boundMethod:
      return true;
    case VALUE.libraryInstance:
      return isTrueClass(f.p.text(values.x(token)));
    case VALUE.instance: {
      const record = f.classes.of(values.x(token) as Token);
      if (DECIDE_TRUTH.some((name) => f.classes.defines(record, f.p.name(name)))) return false;
      const bases = record.order.filter((entry) => values.kind(entry) === VALUE.library);
      return !hasOpenBase(f, record) && bases.every((base) => isTrueClass(f.p.text(values.x(base))));
    }
    default:
      return false;
  }
}

const DECIDE_TRUTH = ['__bool__', '__len__'] as const;

function isTrueClass(name: string): boolean {
  const type = libraryClass(name);
  return type !== undefined && !DECIDE_TRUTH.some((member) => memberOfClass(type, member));
}

const hasOpenBase = (f: Flow, { order }: ClassRecord): boolean =>
  order.some(
    (entry) =>
      f.p.values.kind(entry) === VALUE.class &&
      f.classes.of(entry).bases.some((candidates) => candidates.length === 0),
  );

/** What a test says, from what is known for each of its classes; `undefined` where that is not enough. */
export function instanceAnswer(
  { not }: InstanceTest,
  answers: readonly (boolean | undefined)[],
): boolean | undefined {
  if (answers.includes(true)) return !not;
  return answers.includes(undefined) ? undefined : not === true;
}

/** Whether an argument is None or true by what makes it, where no constant is known. */
export function passesByKind(
  { f, activation }: { readonly f: Flow; readonly activation: Activation },
  test: OperandTest,
  op: number | undefined,
): boolean | undefined {
  if (op === undefined || !isSomething(f, activation, op)) return undefined;
  switch (test) {
    case 'none':
      return false;
    case 'not-none':
      return true;
    case 'true':
    case 'false':
      return isEach(tokensAt(f, activation, op), (token) => isTrueObject(f, token))
        ? test === 'true'
        : undefined;
    default:
      return undefined;
  }
}

/** Whether each value that may arrive is an instance of one of the classes. */
export function passesAsInstance(f: Flow, test: InstanceTest, tokens: readonly Token[]): boolean | undefined {
  const answers = tokens.map((token) =>
    instanceAnswer(
      test,
      test.instanceOf.map((name) => isInstanceOf(f, token, name)),
    ),
  );
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
}

/** Whether a value is an instance of a library class; `undefined` where nothing says so. */
export function isInstanceOf(f: Flow, token: Token, name: string): boolean | undefined {
  const { values } = f.p;
  if (values.kind(token) === VALUE.instance) {
    const record = f.classes.of(values.x(token) as Token);
    const bases = record.order.filter((entry) => values.kind(entry) === VALUE.library);
    const answers = bases.map((base) => isDerived(f.p.text(values.x(base)), name));
    if (answers.includes(true)) return true;
    return hasOpenBase(f, record) || answers.includes(undefined) || name === PATH ? undefined : false;
  }
  const own = typeName(f, token);
  return own === undefined ? undefined : isDerived(own, name);
}

/** Whether each value that may arrive is a function of that name, or none is. */
export function isCallableNamed(f: Flow, tokens: readonly Token[], name: string): boolean | undefined {
  const { values } = f.p;
  const names = tokens.map((token) =>
    values.kind(token) === VALUE.library ? f.p.text(values.x(token)) : definedName(f, token),
  );
  if (names.length === 0 || names.includes(undefined)) return undefined;
  if (names.every((one) => one === name)) return true;
  return names.includes(name) ? undefined : false;
}

const PATH = 'os.PathLike';

/** The library class of a value that is no instance of a class of the program. */
function typeName(f: Flow, token: Token): string | undefined {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.text:
      return 'builtins.str';
    case VALUE.function:
      return 'types.FunctionType';
    case VALUE.class:
      return 'builtins.type';
    case VALUE.module:
      return 'types.ModuleType';
    case VALUE.libraryInstance:
      return f.p.text(values.x(token));
    default:
      return undefined;
  }
}

/** Whether instances of one class are those of another; of a class above the other only some may be. */
function isDerived(own: string, asked: string): boolean | undefined {
  const type = libraryClass(own);
  const wanted = libraryClass(asked);
  if (!type || !wanted) return undefined;
  if (derives(type, asked)) return true;
  return derives(wanted, own) ? undefined : false;
}

const TYPE_OF_CONSTANT: Readonly<Partial<Record<Constant['kind'], string>>> = {
  bool: 'builtins.bool',
  int: 'builtins.int',
  float: 'builtins.float',
  str: 'builtins.str',
  bytes: 'builtins.bytes',
};

/** The same of a constant; tuples stand for lists as well. */
export function isConstantOf({ kind }: Constant, name: string): boolean | undefined {
  if (kind === 'none') return false;
  const own = TYPE_OF_CONSTANT[kind];
  return own === undefined ? undefined : isDerived(own, name);
}
