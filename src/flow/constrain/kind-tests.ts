import { CONTAINER, type FunctionFacts } from '../../facts/ir.ts';
import { libraryClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import type { ActivationId, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { ASKS, type Asks } from './type-tests.ts';

/** Builtin types of which no value is of another. */
export const BUILTIN_DATA: ReadonlySet<string> = new Set(
  'bytearray bytes complex dict float frozenset int list set str tuple'
    .split(' ')
    .map((name) => `builtins.${name}`),
);

/**
 * Whether a value passes one of the tests of `inspect` that ask what kind of object it is; undefined: nothing says so
 * (https://docs.python.org/3/library/inspect.html#types-and-members).
 */
export function isOfKind(f: Flow, token: Token, asks: Asks): boolean | undefined {
  const { values } = f.p;
  const kind = values.kind(token);
  switch (kind) {
    case VALUE.library:
      if (asks === ASKS.class && libraryClass(f.p.text(values.x(token))) !== undefined) return true;
      return asks === ASKS.coroutineFunction ? false : undefined;
    case VALUE.wrapper:
    case VALUE.super:
    case VALUE.manager:
      return asks === ASKS.coroutineFunction ? false : undefined;
    case VALUE.partial:
      return undefined;
    case VALUE.libraryMethod:
      return NO_METHOD.has(asks) ? false : undefined;
    case VALUE.libraryInstance:
      return BUILTIN_DATA.has(f.p.text(values.x(token))) ? false : undefined;
    case VALUE.instance:
      return asks === ASKS.class || asks === ASKS.awaitable ? undefined : false;
    case VALUE.class:
      return asks === ASKS.class;
    case VALUE.module:
    case VALUE.namespace:
      return asks === ASKS.module;
    case VALUE.text:
      return false;
    case VALUE.container:
      return asks === ASKS.generator && values.y(token) === CONTAINER.generator;
    case VALUE.function:
      if (asks === ASKS.function || asks === ASKS.routine) return true;
      return isFunctionOfKind(f.p.activations.facts(values.x(token) as FunctionId), asks);
    case VALUE.boundMethod:
      if (asks === ASKS.method || asks === ASKS.routine) return true;
      return asks === ASKS.function ? false : isOfKind(f, values.x(token) as Token, asks);
    case VALUE.generator: {
      const { file, index } = f.p.activations.all[values.x(token) as ActivationId]!;
      return isResultOfKind(file.facts.functions[index]!, asks);
    }
  }
}

/** What no method of a library object is. */
const NO_METHOD: ReadonlySet<Asks> = new Set([ASKS.class, ASKS.module, ASKS.coroutineFunction]);

function isFunctionOfKind(facts: FunctionFacts, asks: Asks): boolean {
  if (asks === ASKS.coroutineFunction) return facts.async && !facts.generator;
  if (asks === ASKS.generatorFunction) return !facts.async && facts.generator;
  return asks === ASKS.asyncGeneratorFunction && facts.async && facts.generator;
}

/** What a call of a generator or coroutine function gives. */
function isResultOfKind(facts: FunctionFacts, asks: Asks): boolean | undefined {
  switch (asks) {
    case ASKS.coroutine:
    case ASKS.awaitable:
      // `types.coroutine` makes generators awaitable
      return facts.async ? !facts.generator : undefined;
    case ASKS.generator:
      return !facts.async;
    case ASKS.asyncGenerator:
      return facts.async && facts.generator;
    default:
      return false;
  }
}
