import { CONTAINER } from '../facts/ir.ts';
import type { Key } from './containers.ts';
import { isEnum } from './enums.ts';
import type { Flow } from './flow.ts';
import { moduleValue } from './imports.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { eachOfVariable, methodResult } from './types/members.ts';
import { integerOf, type Token, VALUE } from './values.ts';

/** The key that a value is in a container; `undefined`: no constant. */
export function keyOfValue(f: Flow, token: Token): Key | undefined {
  const { values } = f.p;
  if (values.kind(token) === VALUE.text) return `s${f.p.text(values.x(token))}`;
  if (values.kind(token) !== VALUE.libraryInstance) return undefined;
  if (f.p.text(values.x(token)) !== 'builtins.int') return undefined;
  const integer = integerOf(values.y(token));
  return integer === undefined ? undefined : `i${integer}`;
}

/**
 * Runs `use` for each key that a node may hold; `undefined` for one that is not constant, and where no value ever
 * arrives, since then somebody out of sight gives the key.
 */
export function eachKey(f: Flow, node: Node, use: (key: Key | undefined) => void): void {
  let any = false;
  f.p.solver.on(node, (token) => {
    any = true;
    use(keyOfValue(f, token));
  });
  f.p.whenIdle(() => {
    if (!any) use(undefined);
  });
}

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
  if (namespaceOf(f, token) !== undefined) {
    if (key !== undefined) return namespaceRead(f, token, key, site);
    return solver.on(keyNode, (each) => namespaceRead(f, token, keyOfValue(f, each), site));
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

/** Whose names a dict holds: of a module (`globals()`), or of `sys.modules`. */
function namespaceOf(f: Flow, token: Token): Token | undefined {
  if (f.p.values.kind(token) === VALUE.module) return token;
  if (f.p.values.kind(token) !== VALUE.library) return undefined;
  const dotted = f.p.text(f.p.values.x(token));
  if (dotted === 'sys.modules') return token;
  return dotted.endsWith('.__dict__') ? f.p.library(dotted.slice(0, -'.__dict__'.length)) : undefined;
}

function namespaceRead(f: Flow, token: Token, key: Key | undefined, site: Site): void {
  const holder = namespaceOf(f, token);
  if (holder === undefined || !key?.startsWith('s')) return;
  const name = f.p.name(key.slice(1));
  const isModules =
    f.p.values.kind(holder) === VALUE.library && f.p.text(f.p.values.x(holder)) === 'sys.modules';
  if (!isModules) return f.p.getAttribute(holder, name, site);
  const module = moduleValue(f, f.p.program.resolve(site.activation.file.id, f.p.text(name)));
  f.p.solver.add(site.result, module);
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
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [nodes.key, nodes.value] } };
  if (values.kind(token) === VALUE.instance || values.kind(token) === VALUE.libraryInstance) {
    f.p.callMethod(token, '__setitem__', call);
  }
}
