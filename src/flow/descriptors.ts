import type { Flow } from './flow.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE, WRAPPER } from './values.ts';

/**
 * Descriptors: each value of a class attribute becomes what access through a class or an instance gives
 * (https://docs.python.org/3/howto/descriptor.html).
 */
export function bindTo(f: Flow, source: Node, owner: Token, receiver: Token | undefined, site: Site): void {
  const { solver, values } = f.p;
  solver.on(source, (token) => {
    const kind = values.kind(token);
    if (kind === VALUE.wrapper) return bindWrapper(f, token, owner, receiver, site);
    if (kind === VALUE.function && receiver !== undefined) {
      return solver.add(site.result, values.of(VALUE.boundMethod, token, receiver));
    }
    if (kind === VALUE.instance && isDescriptor(f, token)) {
      return f.p.callMethod(token, '__get__', descriptorSite(f, receiver, owner, site));
    }
    solver.add(site.result, token);
  });
}

function isDescriptor(f: Flow, token: Token): boolean {
  const name = f.p.name('__get__');
  const record = f.classes.of(f.p.values.x(token) as Token);
  return record.order.some(
    (entry) => f.p.values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(name),
  );
}

function descriptorSite(f: Flow, receiver: Token | undefined, owner: Token, site: Site): Site {
  const first = f.p.solver.nodes(2);
  const second = (first + 1) as Node;
  if (receiver !== undefined) f.p.solver.add(first, receiver);
  f.p.solver.add(second, owner);
  return { ...site, arguments: { ...NO_ARGUMENTS, positional: [first, second] } };
}

function bindWrapper(f: Flow, wrapper: Token, owner: Token, receiver: Token | undefined, site: Site): void {
  const { solver, values } = f.p;
  const inner = values.x(wrapper) as Node;
  switch (values.y(wrapper)) {
    case WRAPPER.staticMethod:
      return solver.flow(inner, site.result);
    case WRAPPER.classMethod:
      return solver.on(inner, (token) => {
        if (values.kind(token) !== VALUE.function) return solver.add(site.result, token);
        solver.add(site.result, values.of(VALUE.boundMethod, token, owner));
      });
    case WRAPPER.property:
    case WRAPPER.cachedProperty: {
      if (receiver === undefined) return solver.add(site.result, wrapper);
      const call = { ...site, arguments: NO_ARGUMENTS };
      return solver.on(inner, (token) => {
        const isFunction = values.kind(token) === VALUE.function;
        const argument = f.p.solver.nodes(1);
        solver.add(argument, receiver);
        if (isFunction) f.p.call(values.of(VALUE.boundMethod, token, receiver), call);
        else f.p.call(token, { ...call, arguments: { ...NO_ARGUMENTS, positional: [argument] } });
      });
    }
    default:
  }
}
