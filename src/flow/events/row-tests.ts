import { OP, type OpId } from '../../facts/ir.ts';
import type { ClosureRow } from '../../stdlib/closure.ts';
import { libraryClass, libraryObject } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { decided } from './decided.ts';
import { Operands } from './operands.ts';

/** From here on costs are stored in round figures, so that what is decided takes nothing off. */
const ROUND = 10;

/**
 * What a row costs at a call, once the call's arguments have decided what the row asks of them; `undefined`: they
 * rule it out. Errs toward undecided: arguments behind stars and values that are no constants decide nothing.
 */
export function costAtCall(row: ClosureRow, operands: Operands | undefined): number | undefined {
  if (!row.tests || !operands) return row.cost;
  let { cost } = row;
  for (const test of row.tests) {
    const holds = decided(operands, test);
    if (holds === false) return undefined;
    if (holds && !test.isPart && row.cost < ROUND) cost--;
  }
  return cost;
}

/** The operands of an op if they are the arguments of a library callable: it calls that one, and by itself. */
export function argumentsOf(f: Flow, activation: Activation, op: OpId, dotted: string): Operands | undefined {
  const { facts } = activation.file;
  if (facts.kind[op] !== OP.Call || worksLater(dotted)) return undefined;
  const { values, solver } = f.p;
  const isCalled = solver.at(f.p.node(activation, facts.a[op] as OpId)).some((token) => {
    const kind = values.kind(token);
    if (kind !== VALUE.library && kind !== VALUE.libraryMethod) return false;
    if (f.p.text(values.x(token)) !== dotted) return false;
    // `C.m(x)`: the first argument is the object
    return (
      kind === VALUE.libraryMethod || !libraryClass(dotted.slice(0, Math.max(dotted.lastIndexOf('.'), 0)))
    );
  });
  return isCalled ? new Operands(f, activation, op) : undefined;
}

const ITERATORS: ReadonlySet<string> = new Set(
  ['Iterator', 'Generator', 'AsyncIterator', 'AsyncGenerator'].map((name) => `typing.${name}`),
);

/**
 * What gives an iterator, or a function as `dataclass(frozen=True)` does, may work later than its call, and do there
 * what the call's arguments seem to rule out.
 */
function worksLater(dotted: string): boolean {
  const object = libraryObject(dotted);
  if (object?.kind !== 'member' || object.member.kind !== 'function') return false;
  return object.member.signatures.some(
    ({ result }) => result.kind === 'callable' || (result.kind === 'class' && ITERATORS.has(result.name)),
  );
}
