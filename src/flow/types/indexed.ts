import type { FunctionFacts } from '../../facts/ir.ts';
import { libraryClass, libraryObject } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type AttributeNodes, FALLBACK } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { CLOSED } from './values.ts';

/*
 * In a library that is summarised, the index of types says what its own sources leave open: nobody in sight calls
 * most of it.
 */

/** A method that nothing in sight calls on an object is one of its class: decorators hide some from their class. */
export function indexedReceiver(f: Flow, activation: Activation, { owner, parameters }: FunctionFacts): void {
  const [first] = parameters;
  if (!first || owner < 0) return;
  const node = f.p.node(activation, first.op);
  f.p.whenEmpty(node, FALLBACK.result, () => {
    for (const { token, index, activation: made } of f.classes.all) {
      if (index !== owner || made.file !== activation.file) continue;
      f.p.solver.add(node, f.p.values.of(VALUE.instance, token));
    }
  });
}

/** What the index of types says that a function of a library gives that is summarised. */
export function indexedResult(f: Flow, activation: Activation, facts: FunctionFacts): void {
  const { file, returned } = activation;
  const object = libraryObject(`${file.module}.${facts.qualifiedName}`);
  if (object?.kind !== 'member' || object.member.kind !== 'function') return;
  const { plain, signatures } = object.member;
  const type = plain ?? (signatures.length === 1 ? signatures[0]!.result : undefined);
  if (!type || facts.generator) return;
  f.p.whenEmpty(returned, FALLBACK.result, () => f.types.put(type, CLOSED, returned));
}

/** What the index of types says of an attribute of a library that is summarised. */
export function indexedAttribute(f: Flow, object: Token, name: number, to: AttributeNodes): void {
  const isInstance = f.p.values.kind(object) === VALUE.instance;
  const { order } = f.classes.of(isInstance ? (f.p.values.x(object) as Token) : object);
  const put = (isElements: boolean) => {
    if (f.p.solver.at(to.getters).length > 0) return;
    for (const entry of order) {
      if (f.p.values.kind(entry) !== VALUE.class) continue;
      const record = f.classes.of(entry);
      const indexed = libraryClass(`${record.activation.file.module}.${record.name}`);
      const member = indexed?.own(f.p.text(name));
      if (member?.kind !== 'value') continue;
      const { type } = member;
      const holdsElements = type.kind === 'class' && type.args.length > 0;
      if (holdsElements || !isElements) f.types.put(type, { ...CLOSED, self: object }, to.value);
      return;
    }
  };
  // what others put into a container of the library counts beside what it puts there itself
  f.p.whenIdle(() => put(true));
  f.p.whenEmpty(to.value, FALLBACK.result, () => put(false));
}
