import { bindPartial, partialOf } from '../calls/partials.ts';
import type { Flow } from '../flow.ts';
import type { AttributeNodes } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { memberOf } from './enums.ts';

/**
 * Descriptors: each value of a class attribute becomes what access through a class or an instance gives
 * (https://docs.python.org/3/howto/descriptor.html).
 */
export function bindTo(
  f: Flow,
  source: Node,
  owner: Token,
  receiver: Token | undefined,
  to: AttributeNodes,
): void {
  const { solver, values } = f.p;
  solver.on(source, (token) => {
    const kind = values.kind(token);
    if (kind === VALUE.wrapper) return bindWrapper(f, token, owner, receiver, to);
    if (kind === VALUE.function && receiver !== undefined) {
      return solver.add(to.value, values.of(VALUE.boundMethod, token, receiver));
    }
    if (kind === VALUE.partial && receiver !== undefined) {
      return solver.add(to.value, bindPartial(f, token, receiver));
    }
    if (kind === VALUE.instance && isDescriptor(f, token)) {
      return bindDescriptor(f, token, owner, receiver, to);
    }
    solver.add(to.value, memberOf(f, owner, token) ?? token);
  });
}

function isDescriptor(f: Flow, token: Token): boolean {
  const name = f.p.name('__get__');
  const record = f.classes.of(f.p.values.x(token) as Token);
  return record.order.some(
    (entry) => f.p.values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(name),
  );
}

/** `__get__` of a descriptor, with the instance (if there is one) and its class. */
function bindDescriptor(
  f: Flow,
  descriptor: Token,
  owner: Token,
  receiver: Token | undefined,
  to: AttributeNodes,
): void {
  const method = f.p.attribute(descriptor, f.p.name('__get__'));
  const first = f.p.solver.nodes(2);
  const second = (first + 1) as Node;
  if (receiver !== undefined) f.p.solver.add(first, receiver);
  f.p.solver.add(second, owner);
  f.p.solver.add(to.getters, partialOf(f, [method.value, first, second]));
}

function bindWrapper(
  f: Flow,
  wrapper: Token,
  owner: Token,
  receiver: Token | undefined,
  to: AttributeNodes,
): void {
  const { solver, values } = f.p;
  const inner = values.x(wrapper) as Node;
  switch (values.y(wrapper)) {
    case WRAPPER.generatedInit:
      if (receiver !== undefined) solver.add(to.value, values.of(VALUE.boundMethod, wrapper, receiver));
      return;
    case WRAPPER.staticMethod:
      return solver.flow(inner, to.value);
    case WRAPPER.classMethod:
      return solver.on(inner, (token) => {
        if (values.kind(token) !== VALUE.function) return solver.add(to.value, token);
        solver.add(to.value, values.of(VALUE.boundMethod, token, owner));
      });
    case WRAPPER.property:
    case WRAPPER.cachedProperty: {
      if (receiver === undefined) return solver.add(to.value, wrapper);
      return solver.on(inner, (token) => {
        if (values.kind(token) === VALUE.function) {
          return solver.add(to.getters, values.of(VALUE.boundMethod, token, receiver));
        }
        const given = solver.nodes(2);
        solver.add(given, token);
        solver.add((given + 1) as Node, receiver);
        solver.add(to.getters, partialOf(f, [given, (given + 1) as Node]));
      });
    }
    default:
  }
}
