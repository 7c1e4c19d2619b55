import { CONTAINER } from '../../facts/ir.ts';
import { isEnum } from '../classes/enums.ts';
import { callOfMetaclass } from '../classes/metaclass-methods.ts';
import type { Flow } from '../flow.ts';
import { holderOf, readName, writeName } from '../modules/namespaces.ts';
import { FALLBACK, NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { eachOfVariable, methodResult } from '../types/members.ts';
import type { Key } from './containers.ts';
import { callFactory, DEFAULT_DICT, makeMissing } from './default-dict.ts';
import { eachKey, keyOfValue } from './keys.ts';

/** Values that a container holds under a key; positions count from the end where they are negative. */
export function slotOf(f: Flow, container: Token, key: Key | undefined): Node {
  const contents = f.containers.of(container);
  if (key === undefined) return contents.all;
  if (!key.startsWith('i-') || f.p.values.y(container) === CONTAINER.dict)
    return f.containers.slot(contents, key);
  const { length } = contents;
  const position = length === undefined ? -1 : length + Number(key.slice(1));
  return position < 0 ? contents.all : f.containers.slot(contents, `i${position}`);
}

/** `x[key]` where the key is a constant (`i0`, `sname`), or whatever its node holds. */
export function getItem(f: Flow, token: Token, key: Key | undefined, keyNode: Node, site: Site): void {
  const { values, solver } = f.p;
  if (values.kind(token) === VALUE.container) {
    const read = (each: Key | undefined) => {
      solver.flow(slotOf(f, token, each), site.result);
      makeMissing(f, token, each, site);
    };
    return key === undefined ? eachKey(f, keyNode, read) : read(key);
  }
  const holder = holderOf(f, token);
  if (holder !== undefined) {
    if (key !== undefined) return readName(f, holder, key, site);
    return solver.on(keyNode, (each) => readName(f, holder, keyOfValue(f, each), site));
  }
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [keyNode], isWhole: true } };
  switch (values.kind(token)) {
    case VALUE.instance:
      return f.p.callMethod(token, '__getitem__', call);
    case VALUE.libraryInstance: {
      const owner = f.p.text(values.x(token));
      if (owner.startsWith('builtins.')) methodResult(f, `${owner}.__getitem__`, token, call);
      else f.p.callMethod(token, '__getitem__', call);
      if (owner === DEFAULT_DICT) callFactory(f, token, site);
      return;
    }
    case VALUE.text:
      return solver.add(site.result, f.p.libraryInstance('builtins.str'));
    case VALUE.library:
      if (eachOfVariable(f, token, (inner) => getItem(f, inner, key, keyNode, site))) return;
      // a subscripted class (`list[int]`, `Popen[str]`) is called like the class
      return solver.add(site.result, token);
    case VALUE.class:
      return classItem(f, token, call);
    default:
  }
}

/**
 * `C[key]` (language reference 3.3.5): the metaclass is asked, a member of an enumeration is given, then
 * `__class_getitem__` is asked; a generic class stands for itself.
 */
function classItem(f: Flow, token: Token, site: Site): void {
  const { values, solver } = f.p;
  const record = f.classes.of(token);
  callOfMetaclass(f, token, '__getitem__', site);
  if (isEnum(f, record)) return solver.add(site.result, values.of(VALUE.instance, token));
  let isOwn = false;
  const name = f.p.name('__class_getitem__');
  f.classes.lookUp(
    record,
    name,
    (definer) => {
      isOwn = true;
      f.p.solver.on(f.p.field(definer.token, name), (method) => {
        const inner = values.kind(method) === VALUE.wrapper ? (values.x(method) as Node) : undefined;
        const bind = (fn: Token) => {
          if (values.kind(fn) === VALUE.function) f.p.call(values.of(VALUE.boundMethod, fn, token), site);
        };
        if (inner === undefined) bind(method);
        else solver.on(inner, bind);
      });
    },
    () => {},
  );
  // what it gives is an alias of the class, unless it is seen to be something else
  if (isOwn) f.p.whenEmpty(site.result, FALLBACK.result, () => solver.add(site.result, token));
  else solver.add(site.result, token);
}

/** `x[a:b]`: a sequence of its own; positions are known where the bounds are. */
export function getSlice(f: Flow, token: Token, from: number | undefined, site: Site): void {
  const { values, solver } = f.p;
  const id = f.p.site(site.activation, site.op);
  const made = f.containers.make(id, values.y(token));
  solver.add(site.result, made);
  if (from === undefined) solver.flow(f.containers.of(token).all, f.containers.at(id).wild);
  else f.containers.copy(f.containers.of(token), f.containers.at(id), -from);
}

/** `x[key] = value`. */
export function setItem(
  f: Flow,
  token: Token,
  key: Key | undefined,
  nodes: { readonly key: Node; readonly value: Node },
  site: Site,
): void {
  const { values, solver } = f.p;
  if (values.kind(token) === VALUE.container) {
    const contents = f.containers.of(token);
    solver.flow(nodes.key, contents.keys);
    if (key !== undefined) return solver.flow(nodes.value, slotOf(f, token, key));
    return eachKey(f, nodes.key, (each) =>
      solver.flow(nodes.value, each === undefined ? contents.wild : slotOf(f, token, each)),
    );
  }
  const holder = holderOf(f, token);
  if (holder !== undefined) {
    if (key !== undefined) return writeName(f, holder, key, nodes.value, site);
    return solver.on(nodes.key, (each) => writeName(f, holder, keyOfValue(f, each), nodes.value, site));
  }
  const call: Site = {
    ...site,
    arguments: { ...NO_ARGUMENTS, positional: [nodes.key, nodes.value], isWhole: true },
  };
  if (values.kind(token) === VALUE.instance || values.kind(token) === VALUE.libraryInstance) {
    f.p.callMethod(token, '__setitem__', call);
  }
}
