import { CONTAINER } from '../facts/ir.ts';
import type { Key } from './containers.ts';
import { isEnum } from './enums.ts';
import type { Flow } from './flow.ts';
import { eachKey, keyOfValue } from './keys.ts';
import { holderOf, readName, writeName } from './namespaces.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { eachOfVariable, methodResult } from './types/members.ts';
import { type Token, VALUE } from './values.ts';

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
    if (key !== undefined) return solver.flow(slotOf(f, token, key), site.result);
    return eachKey(f, keyNode, (each) => solver.flow(slotOf(f, token, each), site.result));
  }
  const holder = holderOf(f, token);
  if (holder !== undefined) {
    if (key !== undefined) return readName(f, holder, key, site);
    return solver.on(keyNode, (each) => readName(f, holder, keyOfValue(f, each), site));
  }
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [keyNode] } };
  switch (values.kind(token)) {
    case VALUE.instance:
      return f.p.callMethod(token, '__getitem__', call);
    case VALUE.libraryInstance: {
      const owner = f.p.text(values.x(token));
      if (owner.startsWith('builtins.')) methodResult(f, `${owner}.__getitem__`, token, call);
      else f.p.callMethod(token, '__getitem__', call);
      return;
    }
    case VALUE.text:
      return solver.add(site.result, f.p.libraryInstance('builtins.str'));
    case VALUE.library:
      if (eachOfVariable(f, token, (inner) => getItem(f, inner, key, keyNode, site))) return;
      // a subscripted class (`list[int]`, `Popen[str]`) is called like the class
      return solver.add(site.result, token);
    case VALUE.class:
      return solver.add(
        site.result,
        isEnum(f, f.classes.of(token)) ? values.of(VALUE.instance, token) : token,
      );
    default:
  }
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
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [nodes.key, nodes.value] } };
  if (values.kind(token) === VALUE.instance || values.kind(token) === VALUE.libraryInstance) {
    f.p.callMethod(token, '__setitem__', call);
  }
}
