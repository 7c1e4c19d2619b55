import { CONTAINER, type OpId } from '../../facts/ir.ts';
import { libraryClass } from '../../stdlib/types/library.ts';
import { takesVirtualSubclasses } from '../classes/virtual-subclasses.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { BUILTIN_DATA, isOfKind } from './kind-tests.ts';
import { ASKS, type TypeTest, testsOn } from './type-tests.ts';

/**
 * Narrowing by tests: where `isinstance(x, C)`, `callable(x)`, `isclass(x)` and the like, `x is None` or
 * `x is MARKER` hold or fail, x is only what can pass or fail them. Where nothing says whether a value would pass, it may be there.
 */

/** An operand as an op sees it under its guards. */
export function operandNode(f: Flow, activation: Activation, op: OpId, operand: number): Node {
  return nodeUnder(f, activation, activation.file.facts.guard[op]!, operand);
}

/** An operand as the tests of a guard and those around it leave it. */
export function nodeUnder(f: Flow, activation: Activation, guard: number, operand: number): Node {
  const { facts } = activation.file;
  const node = f.p.node(activation, operand as OpId);
  if (guard === 0) return node;
  const tests = testsOn(facts, guard, operand);
  if (tests.length === 0) return node;
  const known = f.narrowed.get(node, guard);
  if (known !== undefined) return known as Node;
  const result = f.p.solver.nodes(1);
  f.narrowed.set(node, guard, result);
  narrow(f, activation, node, tests, result);
  return result;
}

/** Whether tests leave a value, once all is solved. */
export function passes(f: Flow, activation: Activation, token: Token, tests: readonly TypeTest[]): boolean {
  return tests.every((test) => (answer(f, activation, token, test) ?? test.holds) === test.holds);
}

/** What tests leave of the values of a node goes to another. */
export function narrow(
  f: Flow,
  activation: Activation,
  from: Node,
  tests: readonly TypeTest[],
  to: Node,
): void {
  f.p.solver.on(from, (token) => {
    let isOpen = false;
    for (const test of tests) {
      const given = answer(f, activation, token, test);
      const isFinal = isSettled(f, activation, token, test, given);
      if (isFinal && given !== undefined && given !== test.holds) return;
      if (!isFinal) isOpen = true;
    }
    if (!isOpen) return f.p.solver.add(to, token);
    f.p.whenIdle(() => {
      if (passes(f, activation, token, tests)) f.p.solver.add(to, token);
    });
  });
}

/** Whether an answer stays: the bases of a class, and the classes asked for, may still become known. */
function isSettled(
  f: Flow,
  activation: Activation,
  token: Token,
  { asks, classes }: TypeTest,
  passes: boolean | undefined,
): boolean {
  if (asks === ASKS.identity) return !f.markers.isSingle(token);
  if (passes === true || (asks !== ASKS.instance && asks !== ASKS.callable)) return true;
  if (f.p.values.kind(token) === VALUE.instance) return false;
  return classes.every((op) => op < 0 || f.p.solver.at(f.p.node(activation, op)).length > 0);
}

/** Whether a value passes a test; undefined: nothing says so. */
export function answer(f: Flow, activation: Activation, token: Token, test: TypeTest): boolean | undefined {
  switch (test.asks) {
    case ASKS.none:
      return f.p.values.kind(token) === VALUE.library ? undefined : false;
    case ASKS.callable:
      return isCallable(f, token);
    case ASKS.identity:
      return isSame(f, activation, token, test.classes[0]!);
    case ASKS.instance: {
      let all: boolean | undefined = false;
      for (const op of test.classes) {
        const types = op < 0 ? [] : f.p.solver.at(f.p.node(activation, op));
        if (types.length === 0) all = undefined;
        for (const type of types) {
          const one = isInstance(f, token, type);
          if (one) return true;
          if (one === undefined) all = undefined;
        }
      }
      return all;
    }
    default:
      return isOfKind(f, token, test.asks);
  }
}

/**
 * Whether a value is the object of another op, where that is one object at most. A marker that is compared with one of
 * several (`x is DEFAULTS[key]`) is taken for that one: errs toward missing where it is another of them.
 */
function isSame(f: Flow, activation: Activation, token: Token, op: OpId): boolean | undefined {
  const { markers } = f;
  if (!markers.isSingle(token)) return undefined;
  const others = f.p.solver.at(f.p.node(activation, op));
  if (others.length === 0 || !others.every((other) => markers.isSingle(other))) return undefined;
  if (!others.includes(token)) return false;
  return others.length === 1 || markers.has(f.classes.of(f.p.values.x(token) as Token)) ? true : undefined;
}

function isCallable(f: Flow, token: Token): boolean | undefined {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.function:
    case VALUE.boundMethod:
    case VALUE.class:
    case VALUE.partial:
    case VALUE.libraryMethod:
      return true;
    case VALUE.text:
    case VALUE.container:
    case VALUE.module:
    case VALUE.generator:
      return false;
    case VALUE.instance: {
      const record = f.classes.of(values.x(token) as Token);
      if (f.classes.defines(record, f.p.name('__call__'))) return true;
      return hasLibraryBase(f, token) ? undefined : false;
    }
    case VALUE.libraryInstance:
      return BUILTIN_DATA.has(f.p.text(values.x(token))) ? false : undefined;
    default:
      return undefined;
  }
}

/** Classes that answer for others that have the right methods, or of which everything is an instance. */
const ABSTRACT =
  /^(abc|builtins\.object|_?collections[._]abc|contextlib\.Abstract|importlib\.|io|numbers|os\.PathLike|typing)\b/;

/** Whether every instance of a library class is of a class that derives from it (no `__subclasshook__`). */
const hasRealInstances = (name: string): boolean =>
  BUILTIN_DATA.has(name) || (!ABSTRACT.test(name) && libraryClass(name) !== undefined);

const CONTAINER_TYPES: ReadonlyMap<number, string> = new Map([
  [CONTAINER.list, 'builtins.list'],
  [CONTAINER.tuple, 'builtins.tuple'],
  [CONTAINER.set, 'builtins.set'],
  [CONTAINER.dict, 'builtins.dict'],
]);

function isInstance(f: Flow, token: Token, type: Token): boolean | undefined {
  const { values } = f.p;
  const asked = values.kind(type);
  if (asked !== VALUE.class && asked !== VALUE.library) return undefined;
  const kind = values.kind(token);
  if (kind === VALUE.library || kind === VALUE.wrapper || kind === VALUE.super || kind === VALUE.manager) {
    return undefined;
  }
  if (asked === VALUE.class && f.p.solver.at(f.classes.of(type).metaclass).length > 0) {
    // a metaclass such as ABCMeta may answer for classes that do not derive
    return kind === VALUE.instance && orderOf(f, token).includes(type) ? true : undefined;
  }
  if (kind === VALUE.instance) {
    const order = orderOf(f, token);
    if (order.includes(type)) return true;
    if (asked === VALUE.class) {
      return hasOpenBase(f, token) || takesVirtualSubclasses(f, type) ? undefined : false;
    }
    return !hasLibraryBase(f, token) && hasRealInstances(f.p.text(values.x(type))) ? false : undefined;
  }
  const own = builtinType(f, token);
  const isPlain = own === '' || BUILTIN_DATA.has(own ?? '');
  // a class may be an instance of a metaclass of the project
  if (asked === VALUE.class) return isPlain && kind !== VALUE.class ? false : undefined;
  const wanted = f.p.text(values.x(type));
  if (own === wanted) return true;
  if (kind === VALUE.generator && wanted === 'types.GeneratorType') {
    const { file, index } = f.p.activations.all[values.x(token)]!;
    return !file.facts.functions[index]!.async;
  }
  return isPlain && BUILTIN_DATA.has(wanted) ? false : undefined;
}

/** The builtin type of a value; empty: none of those that hold data, undefined: not known. */
function builtinType(f: Flow, token: Token): string | undefined {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.text:
      return 'builtins.str';
    case VALUE.libraryInstance:
      return f.p.text(values.x(token));
    case VALUE.container:
      return CONTAINER_TYPES.get(values.y(token));
    case VALUE.function:
    case VALUE.boundMethod:
    case VALUE.class:
    case VALUE.partial:
    case VALUE.module:
    case VALUE.generator:
      return '';
    default:
      return undefined;
  }
}

const orderOf = (f: Flow, instance: Token): readonly Token[] =>
  f.classes.of(f.p.values.x(instance) as Token).order;

function hasLibraryBase(f: Flow, instance: Token): boolean {
  if (hasOpenBase(f, instance)) return true;
  return orderOf(f, instance).some(
    (entry) =>
      f.p.values.kind(entry) === VALUE.library && f.p.text(f.p.values.x(entry)) !== 'builtins.object',
  );
}

/** Whether a base of the class or of one above is not known. */
function hasOpenBase(f: Flow, instance: Token): boolean {
  return orderOf(f, instance).some(
    (entry) =>
      f.p.values.kind(entry) === VALUE.class &&
      f.classes.of(entry).bases.some((candidates) => candidates.length === 0),
  );
}
