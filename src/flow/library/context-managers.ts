import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { Token } from '../solve/values.ts';

const DECORATOR = /^(async)?contextmanager$/;

/**
 * Whether a function of a summarised library is the decorator of `contextlib` that makes a context manager of a
 * generator function. What it makes is taken for the generator, as where programs use it: going through the methods of
 * the one class that all such managers have would lead from each `with` to the bodies of all.
 */
export function isContextManager({ p }: Flow, fn: Token): boolean {
  const id = p.values.x(fn) as FunctionId;
  return (
    DECORATOR.test(p.activations.facts(id).name) && p.activations.fileOfFunction(id).module === 'contextlib'
  );
}
