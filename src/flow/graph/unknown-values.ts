import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { functionOf, listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';

/** Origins are looked for so many steps back. */
const FARTHEST = 24;

/**
 * Where it begins that nothing is known of an op's value, in any context of its function: a short fixed phrase, for
 * counting. Of `a.b.c()` with an unknown `a` it is what `a` is, not `a.b`.
 */
export function originOfUnknown(f: Flow, file: ProgramFile, op: OpId): string {
  let at: OpId = op;
  let inside = '';
  for (let steps = 0; steps < FARTHEST; steps++) {
    const id = f.p.activations.functionId(file, functionOf(file.facts, at));
    const all = f.p.activations.of(id);
    if (all.length === 0) return 'code that is not reached';
    const origin = step(f, file.facts, all, at);
    if (typeof origin === 'string') return inside + origin;
    if (origin.as !== '') inside = origin.as;
    at = origin.op;
  }
  return `${inside}a value of unknown origin`;
}

/** Whether an unknown value comes from outside the project. */
export const isLibraryOrigin = (origin: string): boolean => origin.includes(' a library ');

/** An earlier op whose value is unknown too, and what of that value is wanted. */
interface Earlier {
  readonly op: OpId;
  readonly as: '' | 'an attribute of ' | 'an element of ';
}

function step(f: Flow, facts: FileFacts, all: readonly Activation[], op: OpId): string | Earlier {
  const a = facts.a[op]! as OpId;
  const known = (other: OpId) => all.some((each) => f.p.solver.at(f.p.node(each, other)).length > 0);
  switch (facts.kind[op]) {
    case OP.Parameter:
      return 'a parameter that nobody passes a value to';
    case OP.LoadVariable: {
      const [stored] = f.stores.of(facts, facts.a[op]!);
      return stored === undefined ? 'a variable that nothing is put in' : { op: stored, as: '' };
    }
    case OP.LoadName:
      return 'a name that nothing binds';
    case OP.ImportFrom:
      return 'a name imported from the project, of unknown value';
    case OP.Attribute:
      if (!known(a)) return { op: a, as: 'an attribute of ' };
      return isOutside(f, all, a)
        ? 'an attribute of a library value, of unknown type'
        : 'an attribute that its object is not seen to have';
    case OP.Item:
      if (!known(a)) return { op: a, as: 'an element of ' };
      return 'an element of a container that nothing known is put in';
    case OP.Iterate:
    case OP.Unpack:
      if (!known(a)) return { op: a, as: 'an element of ' };
      return 'an element of a container that nothing known is put in';
    case OP.Enter:
    case OP.Await:
    case OP.YieldFrom:
      return known(a) ? 'what a protocol of a known value gives' : { op: a, as: '' };
    case OP.Call:
      if (!known(a)) return { op: a, as: '' };
      return isOutside(f, all, a)
        ? 'the result of a library call, of unknown type'
        : 'the result of a function that gives nothing known';
    case OP.Boolean:
      return { op: a, as: '' };
    case OP.Join: {
      const [input] = listOf(facts, facts.b[op]!);
      return input === undefined ? 'a value of unknown origin' : { op: input as OpId, as: '' };
    }
    case OP.Binary:
    case OP.InPlace:
    case OP.Compare:
    case OP.Unary:
      return 'the result of an operator';
    case OP.Yield:
      return 'a value sent to a generator';
    case OP.Const:
      return 'None';
    default:
      return 'a value of unknown origin';
  }
}

function isOutside(f: Flow, all: readonly Activation[], op: OpId): boolean {
  const outside: readonly number[] = [VALUE.library, VALUE.libraryInstance, VALUE.libraryMethod];
  return all.some((activation) =>
    f.p.solver.at(f.p.node(activation, op)).some((token) => outside.includes(f.p.values.kind(token))),
  );
}
