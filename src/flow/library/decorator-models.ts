import { generateInit, isFalse } from '../classes/generated-init.ts';
import { noteOptions } from '../classes/record-options.ts';
import { VALUE } from '../solve/values.ts';
import { argument, type Model } from './model-arguments.ts';

/** `property`, `staticmethod`, `classmethod`: what reads the function inside for the attribute of a class. */
export const wrap =
  (wrapper: number): Model =>
  (f, site) => {
    const inner = argument(f, site, 0, 'fget') ?? f.p.solver.nodes(1);
    const token = f.p.values.of(VALUE.wrapper, inner, wrapper);
    const setter = argument(f, site, 1, 'fset');
    if (setter !== undefined) f.p.solver.flow(setter, f.p.field(token, f.p.name('fset')));
    const deleter = argument(f, site, 2, 'fdel');
    if (deleter !== undefined) f.p.solver.flow(deleter, f.p.field(token, f.p.name('fdel')));
    f.p.solver.add(site.result, token);
  };

/** `partial`; `partialmethod` gets the instance as first argument where it is read through one. */
export const partial =
  (method: boolean): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    f.partials.set(id, site.arguments);
    if (method) f.receiverPositions.set(id, 1);
    f.p.solver.add(site.result, f.p.values.of(VALUE.partial, id));
  };

/** `MethodType(f, x)`: the function bound to an object. */
export const bindMethod: Model = (f, site) => {
  const fn = argument(f, site, 0);
  const object = argument(f, site, 1);
  if (fn === undefined || object === undefined) return;
  f.p.solver.on(fn, (callee) => {
    if (f.p.values.kind(callee) !== VALUE.function) return f.p.solver.add(site.result, callee);
    f.p.solver.on(object, (receiver) =>
      f.p.solver.add(site.result, f.p.values.of(VALUE.boundMethod, callee, receiver)),
    );
  });
};

/** The first argument comes back: decorators that wrap without changing who is called. */
export const identity: Model = (f, site) => {
  const first = argument(f, site, 0);
  if (first !== undefined) f.p.solver.flow(first, site.result);
};

/** `wraps(f)`, `lru_cache(maxsize=1)`: gives a decorator that gives what it decorates. */
export const identityDecorator: Model = (f, site) => {
  f.p.solver.add(site.result, f.p.library('functools.wraps.<decorator>'));
};

/** `lru_cache`, `dataclass`, `total_ordering`: with the function, or first with options. */
export const optionalDecorator: Model = (f, site) => {
  identity(f, site);
  identityDecorator(f, site);
};

/** `@dataclass`, bare or with options: writes an `__init__`, unless told not to. */
export const recordDecorator =
  (options: string): Model =>
  (f, site) => {
    identity(f, site);
    const first = argument(f, site, 0);
    const isWanted = !isFalse(site.activation, site.op, 'init');
    if (first === undefined)
      f.p.solver.add(site.result, f.p.library(isWanted ? options : 'functools.wraps.<decorator>'));
    else {
      f.p.solver.on(first, (token) => {
        if (f.p.values.kind(token) !== VALUE.class) return;
        noteOptions(f.classes.of(token), site);
        generateInit(f, token);
      });
    }
  };
