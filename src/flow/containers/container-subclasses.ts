import { CONTAINER } from '../../facts/ir.ts';
import { iterateValue } from '../calls/protocols.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { getItem, setItem } from './items.ts';

/** Library classes that hold elements, by what they are like. */
const KINDS: ReadonlyMap<string, number> = new Map<string, number>([
  ['builtins.dict', CONTAINER.dict],
  ['builtins.list', CONTAINER.list],
  ['builtins.set', CONTAINER.set],
  ['builtins.tuple', CONTAINER.tuple],
  ['collections.Counter', CONTAINER.dict],
  ['collections.OrderedDict', CONTAINER.dict],
  ['collections.UserDict', CONTAINER.dict],
  ['collections.UserList', CONTAINER.list],
  ['collections.defaultdict', CONTAINER.dict],
  ['collections.deque', CONTAINER.list],
  ['typing.NamedTuple', CONTAINER.tuple],
]);

/**
 * The contents of an instance of a project class that derives from a library container, on which `name`
 * (`builtins.dict.get`) is called; `undefined`: no such class. All instances of a class share their contents; a class with a `__setitem__` of its own,
 * through which everything would meet, has none. Errs toward missing elements.
 */
export function inheritedContents(f: Flow, receiver: Token, name: string): Token | undefined {
  if (f.p.values.kind(receiver) !== VALUE.instance) return undefined;
  const kind = KINDS.get(f.p.canonical(name.slice(0, name.lastIndexOf('.'))));
  const record = f.classes.of(f.p.values.x(receiver) as Token);
  if (f.classes.defines(record, f.p.name('__setitem__'))) return undefined;
  return kind === undefined ? undefined : f.containers.make(f.containers.siteOf(receiver), kind);
}

/** What the methods behind subscripts and iteration do; false if it is none of them. */
export function containerProtocol(f: Flow, contents: Token, method: string, site: Site): boolean {
  const [first, second] = site.arguments.positional;
  switch (method) {
    case '__getitem__':
      if (first !== undefined) getItem(f, contents, undefined, first, site);
      return true;
    case '__setitem__':
      if (first !== undefined && second !== undefined) {
        setItem(f, contents, undefined, { key: first, value: second }, site);
      }
      return true;
    case '__iter__':
      f.p.solver.add(site.result, contents);
      return true;
    case '__init__':
      if (first !== undefined) fill(f, contents, site);
      return true;
    default:
      return false;
  }
}

/** `list.__init__(self, elements)`, `dict.__init__(self, other)`. */
function fill(f: Flow, contents: Token, site: Site): void {
  const { solver, values } = f.p;
  const own = f.containers.of(contents);
  const isDict = values.y(contents) === CONTAINER.dict;
  solver.on(site.arguments.positional[0]!, (token) => {
    if (isDict && values.kind(token) === VALUE.container)
      return f.containers.copy(f.containers.of(token), own);
    if (!isDict) iterateValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: own.wild });
  });
}
