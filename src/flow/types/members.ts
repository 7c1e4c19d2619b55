import type { LibraryClass } from '../../stdlib/types/classes.ts';
import { ancestors, libraryClass, libraryObject, memberOfClass } from '../../stdlib/types/library.ts';
import type { Type } from '../../stdlib/types/type.ts';
import type { Flow } from '../flow.ts';
import type { Arguments, Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { applySignatures } from './calls.ts';
import { CLOSED } from './values.ts';

/**
 * Reads a member of a library class through a value: data goes to the result at once. `method`: a function of the
 * class, which the caller makes a value of; `absent`: the class is known and has no such name.
 */
export function readMember(
  f: Flow,
  object: Token,
  owner: string,
  name: string,
  result: Node,
): 'read' | 'method' | 'absent' | 'unknown' {
  const root = libraryClass(owner);
  if (!root) return 'unknown';
  const found = memberOfClass(root, name);
  if (!found) return isOpen(root) ? 'unknown' : 'absent';
  const { member, ancestor } = found;
  if (member.kind === 'function') return 'method';
  if (member.kind === 'alias') {
    const target = libraryObject(member.of);
    if (target?.kind === 'member' && target.member.kind === 'function') return 'method';
    if (target?.kind === 'class') f.p.solver.add(result, f.p.library(member.of));
    return 'read';
  }
  f.types.put(member.type, f.types.environment(object, root, ancestor), result);
  return 'read';
}

/** A class that answers for any name, or has a base that the index does not know. */
function isOpen(root: LibraryClass): boolean {
  return ancestors(root).some(
    ({ class: of }) => of.own('__getattr__') !== undefined || of.own('__getattribute__') !== undefined,
  );
}

/** Results of methods that give the same whatever they are given, by dotted name. */
const plainResults = new Map<string, Type>();

/** Gives what a method of a library class gives; false if the index does not know it. */
export function methodResult(f: Flow, dotted: string, receiver: Token, site: Site): boolean {
  const known = plainResults.get(dotted);
  if (known !== undefined) {
    f.types.put(known, CLOSED, site.result);
    return true;
  }
  const dot = dotted.lastIndexOf('.');
  const root = libraryClass(dotted.slice(0, dot));
  if (root === undefined) return false;
  const name = dotted.slice(dot + 1);
  const member = memberOfClass(root, name)?.member;
  if (member?.kind === 'function' && member.plain) plainResults.set(dotted, member.plain);
  return callMember(f, root, name, receiver, site);
}

/** Calls a member of a class through a value. */
export function callMember(f: Flow, root: LibraryClass, name: string, receiver: Token, site: Site): boolean {
  const found = memberOfClass(root, name);
  if (!found) return false;
  if (found.member.kind === 'alias') return functionResult(f, found.member.of, site);
  if (found.member.kind !== 'function') return true;
  if (found.member.plain) {
    f.types.put(found.member.plain, CLOSED, site.result);
    return true;
  }
  const env = f.types.environment(receiver, root, found.ancestor);
  applySignatures(f, { signatures: found.member.signatures, env, site, args: site.arguments });
  return true;
}

/** What a variable of a library module holds: `sys.argv`; false if the name is none. */
export function eachOfVariable(f: Flow, token: Token, use: (inner: Token) => void): boolean {
  const node = f.types.variable(f.p.text(f.p.values.x(token)));
  if (node !== undefined) f.p.solver.on(node, use);
  return node !== undefined;
}

/** Calls a library object by its dotted name: a function, a class, a method through its class. */
export function functionResult(f: Flow, dotted: string, site: Site): boolean {
  const object = libraryObject(dotted);
  if (!object || object.kind === 'module') return false;
  if (object.kind === 'class') {
    construct(f, dotted, object.class, site);
    return true;
  }
  const { member, owner } = object;
  if (member.kind === 'value') {
    const node = f.types.variable(dotted);
    if (node !== undefined) f.p.solver.on(node, (token) => f.p.call(token, site));
    return true;
  }
  if (member.plain) {
    f.types.put(member.plain, CLOSED, site.result);
    return true;
  }
  if (!owner || member.binds === 'nothing') {
    applySignatures(f, { signatures: member.signatures, env: CLOSED, site, args: site.arguments });
    return true;
  }
  const self = f.types.instance(dotted.slice(0, dotted.lastIndexOf('.')), []);
  if (member.binds === 'class') {
    applySignatures(f, {
      signatures: member.signatures,
      env: { ...CLOSED, self },
      site,
      args: site.arguments,
    });
    return true;
  }
  unbound(f, owner, dotted.slice(dotted.lastIndexOf('.') + 1), site);
  return true;
}

/** `str.upper(s)`: the first argument is the receiver. */
function unbound(f: Flow, owner: LibraryClass, name: string, site: Site): void {
  const [first, ...rest] = site.arguments.positional;
  if (first === undefined) return;
  const args: Arguments = { ...site.arguments, positional: rest };
  const done = new Set<Token>();
  f.p.solver.on(first, (token) => {
    const receiver = f.p.values.kind(token) === VALUE.text ? f.p.libraryInstance('builtins.str') : token;
    if (done.has(receiver)) return;
    done.add(receiver);
    if (f.p.values.kind(token) === VALUE.container) {
      // what a method puts in, later reads give
      return f.p.call(f.p.values.of(VALUE.libraryMethod, f.p.name(name), token), {
        ...site,
        arguments: args,
      });
    }
    callMember(f, owner, name, receiver, { ...site, arguments: args });
  });
}

/** `C(...)` of a library class: type arguments by what `__init__` or `__new__` is given. */
function construct(f: Flow, dotted: string, of: LibraryClass, site: Site): void {
  if (of.name === 'builtins.object') return;
  const args = of.parameters.map(() => f.types.fresh());
  const made = f.types.instance(dotted, args);
  const init = memberOfClass(of, '__init__');
  const new_ = memberOfClass(of, '__new__');
  const found = [init, new_].find(
    (one) => one?.member.kind === 'function' && one.ancestor.class.name !== 'builtins.object',
  );
  if (found?.member.kind !== 'function' || found.member.signatures.length === 0) {
    return f.p.solver.add(site.result, made);
  }
  const env = f.types.environment(made, of, found.ancestor);
  const { signatures } = found.member;
  if (of.parameters.length === 0 && signatures.length === 1) return f.p.solver.add(site.result, made);
  applySignatures(f, { signatures, env, site, args: site.arguments, made });
}
