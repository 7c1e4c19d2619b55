import { NO_OP } from '../../facts/ir.ts';
import { ancestors, libraryClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { declare } from '../types/annotations.ts';
import { classOfValue } from '../types/overloads.ts';
import { boundPartial, partialOf } from './partials.ts';

const IMPLEMENTATIONS = '<implementations>';
const CLASSES = '<dispatched on>';
const WRAPPED = '__wrapped__';

/** `@singledispatch`, `@singledispatchmethod`: a callable that chooses among implementations (PEP 443). */
const dispatcher =
  (method: boolean) =>
  (f: Flow, site: Site): void => {
    const [fn] = site.arguments.positional;
    if (fn === undefined) return;
    const run = holding(f, f.p.library(`functools.singledispatch.<${method ? 'method' : 'function'}>`));
    const self = f.p.solver.nodes(1);
    const made = method ? boundPartial(f, [run, self], 2) : partialOf(f, [run, self]);
    f.p.solver.add(self, made);
    f.p.solver.flow(fn, f.p.field(made, f.p.name(WRAPPED)));
    const register = holding(f, f.p.library('functools.singledispatch.<register>'));
    f.p.solver.add(f.p.field(made, f.p.name('register')), partialOf(f, [register, self]));
    f.p.solver.add(site.result, made);
  };

function holding(f: Flow, token: Token): Node {
  const node = f.p.solver.nodes(1);
  f.p.solver.add(node, token);
  return node;
}

/** `@f.register`, `@f.register(C)`, `f.register(C, g)`. Without a class the first annotation names it. */
function register(f: Flow, site: Site): void {
  const [self, first, second] = site.arguments.positional;
  if (self === undefined || first === undefined) return;
  f.p.edge(site, f.p.library('functools._SingleDispatchCallable.register'));
  if (second !== undefined) return implement(f, self, second, first, site.result);
  f.p.solver.on(first, (token) => {
    const kind = f.p.values.kind(token);
    if (kind === VALUE.class || kind === VALUE.library) {
      const decorator = holding(f, f.p.library('functools.singledispatch.<decorator>'));
      return f.p.solver.add(site.result, partialOf(f, [decorator, self, holding(f, token)]));
    }
    implement(f, self, holding(f, token), undefined, site.result);
  });
}

function decorate(f: Flow, site: Site): void {
  const [self, type, fn] = site.arguments.positional;
  if (self !== undefined && fn !== undefined) implement(f, self, fn, type, site.result);
}

function implement(f: Flow, self: Node, fn: Node, type: Node | undefined, result: Node): void {
  const { solver } = f.p;
  solver.flow(fn, result);
  solver.on(self, (made) => solver.flow(fn, f.p.field(made, f.p.name(IMPLEMENTATIONS))));
  solver.on(fn, (token) => {
    const classes = f.p.field(token, f.p.name(CLASSES));
    if (type !== undefined) solver.flow(type, classes);
    else annotatedClasses(f, token, classes);
  });
}

/** Classes that the first annotated parameter of a function names. */
function annotatedClasses(f: Flow, fn: Token, to: Node): void {
  const { values, solver, activations } = f.p;
  if (values.kind(fn) === VALUE.wrapper) {
    return solver.on(values.x(fn) as Node, (inner) => annotatedClasses(f, inner, to));
  }
  if (values.kind(fn) !== VALUE.function) return;
  const facts = activations.facts(values.x(fn) as FunctionId);
  const annotation = facts.parameters.find((parameter) => parameter.annotation !== NO_OP)?.annotation;
  const around = activations.all[values.y(fn)];
  if (annotation === undefined || !around) return;
  const instances = solver.nodes(1);
  declare(f, around, annotation, instances);
  solver.on(instances, (token) => {
    const type = values.kind(token) === VALUE.instance ? (values.x(token) as Token) : undefined;
    const name = classOfValue(f, token);
    if (type !== undefined) solver.add(to, type);
    else if (name !== undefined) solver.add(to, f.p.library(name));
  });
}

/** Runs the implementations for the classes that the argument at `position` may have; for an unknown one, all. */
const run =
  (position: number) =>
  (f: Flow, site: Site): void => {
    const [self, ...positional] = site.arguments.positional;
    if (self === undefined) return;
    const call: Site = { ...site, arguments: { ...site.arguments, positional } };
    const given = positional[position];
    f.p.solver.on(self, (made) => {
      let isKnown = false;
      if (given !== undefined) {
        f.p.solver.on(given, (token) => {
          isKnown = true;
          f.p.whenIdle(() => {
            for (const fn of chosen(f, made, token)) f.p.call(fn, call);
          });
        });
      }
      f.p.whenIdle(() => {
        if (isKnown) return;
        for (const name of [WRAPPED, IMPLEMENTATIONS]) {
          f.p.solver.on(f.p.field(made, f.p.name(name)), (fn) => f.p.call(fn, call));
        }
      });
    });
  };

/** The implementations for the class nearest to that of a value, else the function that was decorated. */
function chosen(f: Flow, made: Token, value: Token): readonly Token[] {
  const { solver } = f.p;
  const order = classesOf(f, value);
  let best = order.length;
  let found = solver.at(f.p.field(made, f.p.name(WRAPPED)));
  for (const fn of solver.at(f.p.field(made, f.p.name(IMPLEMENTATIONS)))) {
    for (const type of solver.at(f.p.field(fn, f.p.name(CLASSES)))) {
      const at = order.indexOf(className(f, type));
      if (at < 0 || at > best) continue;
      found = at === best ? [...found, fn] : [fn];
      best = at;
    }
  }
  return found;
}

/** What the class of a value derives from, nearest first. */
function classesOf(f: Flow, value: Token): readonly (Token | string)[] {
  if (f.p.values.kind(value) === VALUE.instance) {
    return f.classes.of(f.p.values.x(value) as Token).order.flatMap((type) => [className(f, type)]);
  }
  const own = libraryClass(classOfValue(f, value) ?? '');
  return own ? ancestors(own).map((ancestor) => ancestor.class.name) : [];
}

/** What tells a class from others: its token, or the name under which the library defines it. */
function className(f: Flow, type: Token): Token | string {
  if (f.p.values.kind(type) !== VALUE.library) return type;
  const name = f.p.text(f.p.values.x(type));
  return libraryClass(name)?.name ?? name;
}

/** Models of what chooses a function by the class of an argument. */
export const DISPATCH: readonly (readonly [string, (f: Flow, site: Site) => void])[] = [
  ['functools.singledispatch', dispatcher(false)],
  ['functools.singledispatchmethod', dispatcher(true)],
  ['functools.singledispatch.<register>', register],
  ['functools.singledispatch.<decorator>', decorate],
  ['functools.singledispatch.<function>', run(0)],
  ['functools.singledispatch.<method>', run(1)],
];
