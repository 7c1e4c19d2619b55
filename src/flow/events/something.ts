import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { libraryObject } from '../../stdlib/types/library.ts';
import type { Type } from '../../stdlib/types/type.ts';
import type { Flow } from '../flow.ts';
import { isClassName } from '../library/library.ts';
import type { Activation } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Ops within ops that are looked through. */
const DEEPEST = 8;

/**
 * Whether an op never gives None, going by what it is and by the signatures of what it calls. Of values from callers
 * and of attributes of objects nothing is said.
 */
export function isSomething(f: Flow, activation: Activation, op: number, depth = 0): boolean {
  if (op < 0 || depth > DEEPEST) return false;
  const { facts } = activation.file;
  const inner = (operand: number) => isSomething(f, activation, operand, depth + 1);
  switch (facts.kind[op]) {
    case OP.Const:
      return facts.constants[facts.a[op]!]!.kind !== 'none';
    case OP.Binary:
    case OP.Class:
    case OP.Closure:
    case OP.Comprehension:
    case OP.Container:
    case OP.Format:
    case OP.Import:
      return true;
    case OP.Enter:
      return tokensAt(f, activation, op).length > 0;
    case OP.Attribute:
    case OP.ImportFrom:
      return isEach(tokensAt(f, activation, op), (token) => isNamed(f, token));
    case OP.Boolean:
      return facts.c[op] === 0 && inner(facts.b[op]!);
    case OP.Join:
      return [...listOf(facts, facts.b[op]!)].every(inner);
    case OP.LoadVariable: {
      const stored = f.stores.of(facts, facts.a[op]!);
      return facts.variables[facts.a[op]!]!.function === activation.index && isEach(stored, inner);
    }
    case OP.Call:
      return isEach(tokensAt(f, activation, facts.a[op]!), (callee) => givesSomething(f, callee));
    default:
      return false;
  }
}

export const tokensAt = (f: Flow, activation: Activation, op: number): readonly Token[] =>
  f.p.solver.at(f.p.node(activation, op as OpId));

export const isEach = <T>(all: readonly T[], holds: (one: T) => boolean): boolean =>
  all.length > 0 && all.every(holds);

/** A function, class or module by its name: constants of modules may be None. */
function isNamed(f: Flow, token: Token): boolean {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.function:
    case VALUE.class:
    case VALUE.module:
      return true;
    case VALUE.library:
      return libraryObject(f.p.text(values.x(token))) !== undefined;
    default:
      return false;
  }
}

function givesSomething(f: Flow, callee: Token): boolean {
  const { values } = f.p;
  const kind = values.kind(callee);
  if (kind === VALUE.class) return true;
  if (kind !== VALUE.library && kind !== VALUE.libraryMethod) return false;
  const name = f.p.text(values.x(callee));
  const object = libraryObject(name);
  if (object?.kind !== 'member') return object?.kind === 'class' || isClassName(f, name);
  if (object.member.kind !== 'function') return false;
  return isEach(object.member.signatures, ({ result }) => !mayBeNone(result));
}

function mayBeNone(type: Type): boolean {
  switch (type.kind) {
    case 'none':
    case 'unknown':
    case 'variable':
      return true;
    case 'union':
      return type.items.some(mayBeNone);
    default:
      return false;
  }
}
