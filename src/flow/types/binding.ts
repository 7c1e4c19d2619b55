import { CONTAINER } from '../../facts/ir.ts';
import type { Signature } from '../../stdlib/types/signature.ts';
import type { Type } from '../../stdlib/types/type.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { LibraryCall } from './library-call.ts';
import { argumentFor } from './overloads.ts';
import type { Environment } from './values.ts';

/** Types whose one argument is what iterating gives. */
const ITERABLES = new Set(
  [
    'typing.Iterable typing.Iterator typing.Collection typing.Sequence typing.MutableSequence typing.AbstractSet',
    'typing.MutableSet typing.Reversible typing.Generator typing.Container builtins.list builtins.set',
    'builtins.frozenset builtins.tuple collections.deque _typeshed.SupportsNext',
  ]
    .join(' ')
    .split(' '),
);
const MAPPINGS = new Set(
  'typing.Mapping typing.MutableMapping builtins.dict _typeshed.SupportsKeysAndGetItem _typeshed.SupportsItems'.split(
    ' ',
  ),
);
const AWAITABLES = new Set(
  'typing.Awaitable typing.Coroutine asyncio.futures.Future asyncio.tasks.Task'.split(' '),
);

/**
 * What a signature's type variables stand for in a call: those of the receiver as they are, those of the function by
 * the arguments. Values that go into a container made by the program stay in it; a container of a shared type takes
 * none, which errs toward missing them.
 */
export function bindVariables(f: Flow, call: LibraryCall, signature: Signature): Environment {
  const variables = new Map(call.env.variables);
  const node = (name: string): Node | undefined => {
    let known = variables.get(name);
    if (known === undefined) {
      known = f.types.fresh();
      variables.set(name, known);
    }
    return f.types.isOwn(known) ? known : undefined;
  };
  for (const parameter of signature.parameters) {
    if (!parameter.type?.isOpen) continue;
    if (parameter.kind === 'star') {
      const from = signature.parameters.indexOf(parameter);
      for (const value of call.args.positional.slice(from))
        bindType(f, parameter.type, value, node, call.site);
      continue;
    }
    const value = argumentFor(f, call.args, signature, parameter);
    if (value !== undefined) bindType(f, parameter.type, value, node, call.site);
  }
  return { ...call.env, variables };
}

type NodeOf = (name: string) => Node | undefined;

function bindType(f: Flow, type: Type, value: Node, node: NodeOf, site: Site): void {
  switch (type.kind) {
    case 'variable': {
      const to = node(type.name);
      if (to !== undefined) f.p.solver.flow(value, to);
      return;
    }
    case 'union':
      for (const item of type.items) if (item.isOpen) bindType(f, item, value, node, site);
      return;
    case 'type': {
      const to = type.of.kind === 'variable' ? node(type.of.name) : undefined;
      if (to !== undefined) f.p.solver.on(value, (token) => instanceOf(f, token, to));
      return;
    }
    case 'class':
      return bindClass(f, type.name, type.args, value, node, site);
    default:
  }
}

function instanceOf(f: Flow, type: Token, to: Node): void {
  const { values, solver } = f.p;
  if (values.kind(type) === VALUE.class) solver.add(to, values.of(VALUE.instance, type));
  else if (values.kind(type) === VALUE.library)
    solver.add(to, values.of(VALUE.libraryInstance, values.x(type)));
}

function bindClass(
  f: Flow,
  name: string,
  args: readonly Type[],
  value: Node,
  node: NodeOf,
  site: Site,
): void {
  const inner = (type: Type | undefined): Node | undefined => {
    if (!type?.isOpen) return undefined;
    if (type.kind === 'variable') return node(type.name);
    const result = f.p.solver.nodes(1);
    bindType(f, type, result, node, site);
    return result;
  };
  if (ITERABLES.has(name)) {
    const to = inner(args[0]);
    if (to !== undefined) f.p.parts.iterate(f.p, value, { ...site, arguments: NO_ARGUMENTS, result: to });
    return;
  }
  if (AWAITABLES.has(name)) {
    const to = inner(args[args.length - 1]);
    const one = to !== undefined && { ...site, arguments: NO_ARGUMENTS, result: to };
    if (one) f.p.solver.on(value, (token) => f.p.parts.awaitValue(f.p, token, one));
    return;
  }
  const nodes = args.map(inner);
  f.p.solver.on(value, (token) => {
    if (MAPPINGS.has(name) && f.p.values.kind(token) === VALUE.container) {
      if (f.p.values.y(token) !== CONTAINER.dict) return;
      const contents = f.containers.of(token);
      if (nodes[0] !== undefined) f.p.solver.flow(contents.keys, nodes[0]);
      if (nodes[1] !== undefined) f.p.solver.flow(contents.all, nodes[1]);
      return;
    }
    if (f.p.values.kind(token) !== VALUE.libraryInstance) return;
    nodes.forEach((to, position) => {
      const from = to === undefined ? undefined : f.types.argumentAs(token, name, position);
      if (from !== undefined) f.p.solver.flow(from, to!);
    });
  });
}
