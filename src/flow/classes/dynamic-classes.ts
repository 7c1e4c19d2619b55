import { OP } from '../../facts/ir.ts';
import { addBaseFrom } from '../constrain/definitions.ts';
import type { Flow } from '../flow.ts';
import type { Model } from '../library/model-arguments.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** `type(name, bases, names)`: a class without a statement (library/functions). Bases behind `*` are not followed. */
function makeClass(f: Flow, bases: Node, names: Node, site: Site): void {
  const { solver, values } = f.p;
  const { record, isNew } = f.classes.make(site.activation, site.op, MOST_BASES);
  solver.add(site.result, record.token);
  if (!isNew) return;
  solver.on(bases, (token) => {
    if (values.kind(token) !== VALUE.container) return;
    f.containers.eachKey(f.containers.of(token), (key, base) => {
      const position = Number(key.slice(1));
      if (position < MOST_BASES) solver.on(base, (type) => addBaseFrom(f, record, position, type));
    });
  });
  solver.on(names, (token) => {
    if (values.kind(token) !== VALUE.container) return;
    f.containers.eachKey(f.containers.of(token), (key, value) => {
      if (!key.startsWith('s')) return;
      const name = f.p.name(key.slice(1));
      solver.flow(value, f.p.field(record.token, name));
      f.classes.addAttribute(record, name);
    });
  });
  f.outside.classMade(record.token);
}

const MOST_BASES = 8;

/** `type(C)`: the metaclass, or `type` itself. */
function classOfClass(f: Flow, token: Token, site: Site): void {
  const { metaclass } = f.classes.of(token);
  f.p.solver.flow(metaclass, site.result);
  f.p.whenIdle(() => {
    if (f.p.solver.at(metaclass).length === 0) f.p.solver.add(site.result, f.p.library('builtins.type'));
  });
}

/** A `SimpleNamespace`, a `threading.local`: nothing but the attributes that it is given, by whichever thread. */
export const attributesOnly: Model = (f, site) => {
  const made = f.p.values.of(VALUE.partial, f.p.site(site.activation, site.op));
  f.p.solver.add(site.result, made);
  for (const [name, value] of site.arguments.keywords) f.p.solver.flow(value, f.p.field(made, name));
};

/** `type(x)`, and `type(name, bases, names)`. */
export const typeOf: Model = (f, site) => {
  const [object, bases, names] = site.arguments.positional;
  if (bases !== undefined && names !== undefined) return makeClass(f, bases, names, site);
  if (object === undefined || bases !== undefined) return;
  if (isNone(site, object)) return f.p.solver.add(site.result, f.p.library('types.NoneType'));
  f.p.solver.on(object, (token) => {
    if (f.p.values.kind(token) === VALUE.class) classOfClass(f, token, site);
    if (f.p.values.kind(token) === VALUE.instance) f.p.solver.add(site.result, f.p.values.x(token) as Token);
    if (f.p.values.kind(token) === VALUE.libraryInstance) {
      f.p.solver.add(site.result, f.p.values.of(VALUE.library, f.p.values.x(token)));
    }
  });
};

/** Whether an argument is written as None, which is no value here. */
function isNone({ activation, op }: Site, argument: Node): boolean {
  const { facts } = activation.file;
  const { start, end } = facts.functions[activation.index]!;
  const value = argument - activation.base;
  if (facts.kind[op] !== OP.Call || value < start || value >= end) return false;
  return facts.kind[value] === OP.Const && facts.constants[facts.a[value]!]!.kind === 'none';
}
