import { readField } from '../classes/instances.ts';
import { setAttribute } from '../classes/set-attribute.ts';
import type { Key } from '../containers/containers.ts';
import { eachKey } from '../containers/keys.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { moduleValue } from './imports.ts';

/** The dict that holds the names of an object: `__dict__`, `vars(x)`, `globals()`. */
export const namesOf = (f: Flow, object: Token): Token => f.p.values.of(VALUE.wrapper, object, WRAPPER.names);

/** The modules that are loaded, by name; what a program puts there, imports give (library/sys). */
export const LOADED = 'sys.modules';

/** Whose names a dict holds; of `sys.modules` itself; `undefined`: it is no such dict. */
export function holderOf(f: Flow, token: Token): Token | undefined {
  const { values } = f.p;
  if (values.kind(token) === VALUE.wrapper) {
    return values.y(token) === WRAPPER.names ? (values.x(token) as Token) : undefined;
  }
  if (values.kind(token) !== VALUE.library) return undefined;
  const dotted = f.p.text(values.x(token));
  if (dotted === LOADED) return token;
  return dotted.endsWith('.__dict__') ? f.p.library(dotted.slice(0, -'.__dict__'.length)) : undefined;
}

/** What the holder keeps under a name: of instances and classes as it was put there, not bound. */
export function readName(f: Flow, holder: Token, key: Key | undefined, site: Site): void {
  if (!key?.startsWith('s')) return;
  const { solver, values } = f.p;
  const name = f.p.name(key.slice(1));
  switch (values.kind(holder)) {
    case VALUE.instance:
      return readField(f, f.classes.of(values.x(holder) as Token), holder, name, site.result);
    case VALUE.class:
      return solver.flow(f.p.field(holder, name), site.result);
    case VALUE.library:
      if (holder !== f.p.library(LOADED)) break;
      solver.flow(f.p.field(holder, name), site.result);
      solver.add(site.result, moduleValue(f, f.p.program.resolve(site.activation.file.id, f.p.text(name))));
      return;
    default:
  }
  f.p.getAttribute(holder, name, site);
}

/** `vars(x)['name'] = value`. */
export function writeName(f: Flow, holder: Token, key: Key | undefined, value: Node, site: Site): void {
  if (!key?.startsWith('s')) return;
  const name = f.p.name(key.slice(1));
  const isKept = f.p.values.kind(holder) === VALUE.instance || holder === f.p.library(LOADED);
  if (isKept) f.p.solver.flow(value, f.p.field(holder, name));
  else setAttribute(f, holder, name, value, site);
}

/** The methods of such a dict that read or write names. */
export function callNamesMethod(f: Flow, holder: Token, method: string, site: Site): void {
  const { positional, keywords } = site.arguments;
  const [first, second] = positional;
  switch (method) {
    case 'get':
    case 'pop':
    case 'setdefault':
      if (second !== undefined) f.p.solver.flow(second, site.result);
      if (first === undefined) return;
      return eachKey(f, first, (key) => {
        readName(f, holder, key, site);
        if (method === 'setdefault' && second !== undefined) writeName(f, holder, key, second, site);
      });
    case 'update':
      for (const [name, value] of keywords) writeName(f, holder, `s${f.p.text(name)}`, value, site);
      if (first !== undefined) f.p.solver.on(first, (token) => takeOver(f, holder, token, site));
      return;
    default:
  }
}

/** `vars(x).update(names)`. */
function takeOver(f: Flow, holder: Token, names: Token, site: Site): void {
  if (f.p.values.kind(names) !== VALUE.container) return;
  f.containers.eachKey(f.containers.of(names), (key, value) => writeName(f, holder, key, value, site));
}
