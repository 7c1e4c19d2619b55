import { CONTAINER, type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { CostPart } from '../../model/finding.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { Collector } from './collect.ts';
import { libraryEvents } from './library.ts';

/** What typing makes of a text that stands for a type; it compiles the text when it is made. */
const REFERENCE = 'typing.ForwardRef';

/** Names of typing whose subscripts are no types. */
const PLAIN: ReadonlySet<string> = new Set(['typing.Literal', 'typing.LiteralString', 'typing.Unpack']);

/** Typing keeps what subscripts gave: `Optional["X"]` compiles once in a process. */
const KEPT: readonly CostPart[] = [{ cost: 1, cause: 'kept-result' }];

/** Notes the events of a text taken for a type, at a subscript or at a class whose annotations are read. */
export function forwardReference(
  collector: Collector,
  activation: Activation,
  op: OpId,
  through?: string,
): void {
  libraryEvents(collector, activation, op, REFERENCE, KEPT, {
    ceiling: 'medium',
    ...(through ? { through } : {}),
  });
}

/** Whether an op subscripts a typing name, or a generic class of the project, with a text or a list of such. */
export function takesForwardReference(f: Flow, activation: Activation, op: OpId): boolean {
  const { facts } = activation.file;
  const key = facts.b[op] as OpId;
  if (!hasText(facts, key)) return false;
  return f.p.solver.at(f.p.node(activation, facts.a[op] as OpId)).some((token) => {
    const name = typingName(f, token);
    if (name === 'typing.Annotated') return hasText(facts, firstOf(facts, key));
    return name !== undefined && !PLAIN.has(name);
  });
}

/** The typing name that a subscripted value is; of a class of the project the one that makes it generic. */
function typingName(f: Flow, token: Token): string | undefined {
  const { values } = f.p;
  const kind = values.kind(token);
  if (kind === VALUE.class) {
    return f.classes
      .of(token)
      .order.map((base) => (values.kind(base) === VALUE.library ? typingName(f, base) : undefined))
      .find((name) => name === 'typing.Generic' || name === 'typing.Protocol');
  }
  if (kind !== VALUE.library && kind !== VALUE.libraryInstance) return undefined;
  const name = f.p.text(values.x(token)).replace(/^typing_extensions\./, 'typing.');
  return name.startsWith('typing.') ? name : undefined;
}

/** Whether a value is a text, or a display with one in it. */
function hasText(facts: FileFacts, op: OpId): boolean {
  switch (facts.kind[op]) {
    case OP.Const:
      return facts.constants[facts.a[op]!]?.kind === 'str';
    case OP.Container:
      if (facts.a[op] !== CONTAINER.tuple && facts.a[op] !== CONTAINER.list) return false;
      return [...listOf(facts, facts.b[op]!)].some((item) => item >= 0 && hasText(facts, item as OpId));
    default:
      return false;
  }
}

function firstOf(facts: FileFacts, op: OpId): OpId {
  if (facts.kind[op] !== OP.Container) return op;
  return (listOf(facts, facts.b[op]!)[0] ?? op) as OpId;
}

/** Whether the body of a class has an annotation that is a text: written so, or by the future import (PEP 563). */
export function hasTextAnnotation({ file: { facts } }: Activation, type: OpId): boolean {
  for (let op = type; op < facts.kind.length; op++) {
    if (facts.kind[op] !== OP.Field || facts.a[op] !== type) continue;
    if (facts.postponedAnnotations) return true;
    const [annotation = -1] = listOf(facts, facts.c[op]!);
    if (annotation >= 0 && hasText(facts, annotation as OpId)) return true;
  }
  return false;
}
