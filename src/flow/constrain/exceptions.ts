import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { raisedAt } from '../calls/raised.ts';
import { classesRaised } from '../classes/exception-classes.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { FALLBACK } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** `raise E`, `raise E(...) from cause`. */
export function raised(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const error = facts.a[op]!;
  const cause = facts.c[op]!;
  if (error < 0 || (!f.contexts.isClose && cause < 0)) return;
  const { solver, values } = f.p;
  solver.on(f.p.node(activation, error as OpId), (token) => {
    const made = values.kind(token) === VALUE.class ? values.of(VALUE.instance, token) : token;
    const isBuiltin = values.kind(made) === VALUE.libraryInstance && f.contexts.isClose;
    if (values.kind(made) !== VALUE.instance && !isBuiltin) return;
    if (f.contexts.isClose) solver.add(raisedAt(f, activation, op), made);
    if (cause >= 0) {
      solver.flow(f.p.node(activation, cause as OpId), f.p.field(made, f.p.name('__cause__')));
    }
  });
}

/**
 * `except E as e` (language reference 8.4): instances of E or of classes derived from it. Where a program is followed
 * closely, those that the `try` block is seen to raise and that no handler before takes; where it raises none that
 * fits, any.
 */
export function caught(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const type = facts.a[op]!;
  if (type < 0 || facts.c[op] === 2) return;
  const { solver, values } = f.p;
  const isGroup = facts.c[op] === 1;
  const result = isGroup ? solver.nodes(1) : f.p.node(activation, op);
  if (isGroup) {
    solver.add(f.p.node(activation, op), f.types.instance('builtins.ExceptionGroup', [result]));
  }
  // what fits, though a handler before may take it
  const fitting = solver.nodes(1);
  const any = (token: Token) =>
    f.classes.eachDerived(token, (derived) => solver.add(result, values.of(VALUE.instance, derived)));
  const one = (token: Token) => {
    const kind = values.kind(token);
    if (kind === VALUE.library) {
      solver.add(result, values.of(VALUE.libraryInstance, values.x(token)));
      if (f.contexts.isClose && !isGroup) byLibraryClass(f, activation, op, token, result);
    } else if (kind === VALUE.container) solver.on(f.containers.elements(token), one);
    else if (kind !== VALUE.class) return;
    else if (!f.contexts.isClose || isGroup) any(token);
    else {
      fromBlock(f, activation, op, token, { result, fitting });
      f.p.whenEmpty(fitting, FALLBACK.result, () => any(token));
    }
  };
  solver.on(f.p.node(activation, type as OpId), one);
}

/** Exceptions of a class that the `try` block raises. */
function fromBlock(
  f: Flow,
  activation: Activation,
  op: OpId,
  type: Token,
  to: { readonly result: Node; readonly fitting: Node },
): void {
  const { facts } = activation.file;
  const { solver } = f.p;
  const [start, end, ...before] = listOf(facts, facts.b[op]!);
  const isOf = (token: Token, wanted: Token): boolean => {
    if (f.p.values.kind(wanted) === VALUE.container) {
      return solver.at(f.containers.elements(wanted)).some((each) => isOf(token, each));
    }
    return f.classes.of(f.p.values.x(token) as Token).order.includes(wanted);
  };
  const take = (token: Token) => {
    if (f.p.values.kind(token) !== VALUE.instance || !isOf(token, type)) return;
    solver.add(to.fitting, token);
    const isTaken = before.some((earlier) =>
      solver.at(f.p.node(activation, earlier as OpId)).some((wanted) => isOf(token, wanted)),
    );
    // some exception it is, or its methods would be guessed by name
    solver.add(to.result, isTaken ? f.p.libraryInstance('builtins.BaseException') : token);
  };
  for (let each = start!; each < end!; each++) {
    if (!SILENT.has(facts.kind[each]!)) solver.on(raisedAt(f, activation, each as OpId), take);
  }
}

/** Exceptions that the `try` block raises and that a class of the library takes, beside others that nothing tells. */
function byLibraryClass(f: Flow, activation: Activation, op: OpId, wanted: Token, result: Node): void {
  const { facts } = activation.file;
  const [start, end] = listOf(facts, facts.b[op]!);
  const take = (token: Token) => {
    if (classesRaised(f, token).has(wanted)) f.p.solver.add(result, token);
  };
  for (let each = start!; each < end!; each++) {
    if (!SILENT.has(facts.kind[each]!)) f.p.solver.on(raisedAt(f, activation, each as OpId), take);
  }
}

/** Ops that run no code of the program and are most of all. */
const SILENT: ReadonlySet<number> = new Set([
  OP.Const,
  OP.LoadVariable,
  OP.StoreVariable,
  OP.LoadName,
  OP.LoadBuiltin,
  OP.Parameter,
  OP.Closure,
  OP.Join,
]);
