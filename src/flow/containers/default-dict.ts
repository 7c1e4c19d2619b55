import { CONTAINER } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import { libraryResult } from '../library/library.ts';
import { NO_ARGUMENTS, type Site, type SiteId } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { Key } from './containers.ts';

export const DEFAULT_DICT = 'collections.defaultdict';
const FACTORY = 'default_factory';

/** `defaultdict(factory, other)`: the factory is kept, to be called by subscripts. */
export function defaultDict(f: Flow, site: Site): void {
  if (f.contexts.isClose) return closeDefaultDict(f, site);
  libraryResult(f, DEFAULT_DICT, site);
  const [factory] = site.arguments.positional;
  if (factory === undefined) return;
  f.p.solver.on(site.result, (token) => {
    if (f.p.values.kind(token) !== VALUE.libraryInstance) return;
    f.p.solver.flow(factory, f.p.field(token, f.p.name(FACTORY)));
  });
}

/** In a program that is followed closely it is a dict like any other, so that what is under its keys is told apart. */
function closeDefaultDict(f: Flow, site: Site): void {
  const id = f.p.site(site.activation, site.op);
  const contents = f.containers.at(id);
  const [factory, other] = site.arguments.positional;
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.dict));
  if (factory !== undefined) f.containers.factories.set(id, factory);
  for (const [name, value] of site.arguments.keywords)
    f.p.solver.flow(value, f.containers.slot(contents, `s${f.p.text(name)}`));
  if (other === undefined) return;
  f.p.solver.on(other, (token) => {
    if (f.p.values.kind(token) === VALUE.container) f.containers.copy(f.containers.of(token), contents);
  });
}

const BUILTIN_FACTORIES: ReadonlyMap<string, number> = new Map([
  ['builtins.list', CONTAINER.list],
  ['builtins.set', CONTAINER.set],
  ['builtins.dict', CONTAINER.dict],
]);

/** The part of a site that holds what a builtin factory makes there. */
const MADE = 4;

/** What `d[key]` makes where there is no such key; no call is seen of a factory that is builtin. */
export function makeMissing(f: Flow, dict: Token, key: Key | undefined, site: Site): void {
  const id = f.p.values.x(dict) as SiteId;
  const factory = f.containers.factories.get(id);
  if (factory === undefined) return;
  const method = f.p.name(`${DEFAULT_DICT}.__getitem__`);
  f.p.edge(site, f.p.values.of(VALUE.libraryMethod, method, f.p.libraryInstance(DEFAULT_DICT)));
  const contents = f.containers.at(id);
  const result = key === undefined ? contents.wild : f.containers.slot(contents, key);
  callFactoryOf(f, factory, { ...site, arguments: NO_ARGUMENTS, result });
}

/** Calls a factory as C or generated code does: of `list` and its like no call is seen. */
export function callFactoryOf(f: Flow, factory: Node, site: Site): void {
  f.p.solver.on(factory, (token) => {
    const isBuiltin = f.contexts.isClose && f.p.values.kind(token) === VALUE.library;
    const kind = isBuiltin ? BUILTIN_FACTORIES.get(f.p.text(f.p.values.x(token))) : undefined;
    if (kind === undefined) return f.p.call(token, site);
    f.p.solver.add(site.result, f.containers.make(f.p.site(site.activation, site.op, MADE), kind));
  });
}

/** `d[key]` of a defaultdict calls the factory where there is no such key, and keeps what it gives. */
export function callFactory(f: Flow, token: Token, site: Site): void {
  const result = f.p.solver.nodes(1);
  f.p.solver.flow(result, site.result);
  const kept = f.types.argumentAs(token, 'typing.Mapping', 1);
  if (kept !== undefined) f.p.solver.flow(result, kept);
  f.p.solver.on(f.p.field(token, f.p.name(FACTORY)), (factory) =>
    f.p.call(factory, { ...site, arguments: NO_ARGUMENTS, result }),
  );
}
