import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Whether a class of the project defines a special method for an instance; `false` for other values. */
export function hasSpecial(f: Flow, token: Token, name: string): boolean {
  if (f.p.values.kind(token) !== VALUE.instance) return false;
  return f.classes.defines(f.classes.of(f.p.values.x(token) as Token), f.p.name(name));
}

/** The method of an operator, and what the right operand is asked. */
export interface OperatorNames {
  readonly own: string;
  readonly reflected: string;
}

export const operatorNames = (name: string): OperatorNames => ({
  own: `__${name}__`,
  reflected: `__r${name}__`,
});

/**
 * `left + right` for a left instance (language reference 3.3.8): the left operand's method; the right one's reflected
 * method where the left gives `NotImplemented`, or first where the right one's class derives from the left's and
 * defines the reflected method anew.
 */
export function callOwn(f: Flow, left: Token, right: Node, names: OperatorNames, operands: Site): void {
  const { solver } = f.p;
  const start = once(() => {
    const result = solver.nodes(1);
    f.p.callMethod(left, names.own, {
      ...operands,
      arguments: { ...NO_ARGUMENTS, positional: [right], isWhole: true },
      result,
    });
    solver.on(result, (given) => {
      if (!isNotImplemented(f, given)) return solver.add(operands.result, given);
      solver.on(right, (token) => callReflected(f, token, left, names.reflected, operands, operands.result));
    });
  });
  let known = false;
  solver.on(right, (token) => {
    known = true;
    if (!goesFirst(f, token, left, names.reflected)) return start();
    const result = solver.nodes(1);
    callReflected(f, token, left, names.reflected, operands, result);
    solver.on(result, (given) => (isNotImplemented(f, given) ? start() : solver.add(operands.result, given)));
  });
  f.p.whenIdle(() => {
    if (!known) start();
  });
}

/** The reflected method of a right operand whose left one is `left`. */
export function callReflected(
  f: Flow,
  right: Token,
  left: Token,
  name: string,
  site: Site,
  result: Node,
): void {
  if (!hasSpecial(f, right, name)) return;
  const argument = f.p.solver.nodes(1);
  f.p.solver.add(argument, left);
  f.p.callMethod(right, name, { ...site, arguments: { ...NO_ARGUMENTS, positional: [argument] }, result });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

function isNotImplemented(f: Flow, token: Token): boolean {
  const { values } = f.p;
  const kind = values.kind(token);
  if (kind !== VALUE.library && kind !== VALUE.libraryInstance) return false;
  return /NotImplemented(Type)?$/.test(f.p.text(values.x(token)));
}

/** Whether the right operand's class derives from the left one's and defines the reflected method anew. */
function goesFirst(f: Flow, right: Token, left: Token, reflected: string): boolean {
  const { values } = f.p;
  if (values.kind(right) !== VALUE.instance) return false;
  const { order } = f.classes.of(values.x(right) as Token);
  const base = order.indexOf(values.x(left) as Token);
  const name = f.p.name(reflected);
  return order
    .slice(0, Math.max(base, 0))
    .some((entry) => values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(name));
}
