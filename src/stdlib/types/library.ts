import { BOUND_NAMES } from './bound-names.ts';
import { LibraryClass, type Member, memberOf } from './classes.ts';
import { isLibraryModule, moduleTypes } from './modules.ts';
import type { Type } from './type.ts';

/** What a dotted name of the library means. */
export type LibraryObject =
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'class'; readonly class: LibraryClass }
  | {
      readonly kind: 'member';
      readonly member: Exclude<Member, { kind: 'alias' }>;
      readonly owner?: LibraryClass;
    };

/** A class in the resolution order of another; `bindings`: its type variables in terms of the other's. */
export interface Ancestor {
  readonly class: LibraryClass;
  readonly bindings: ReadonlyMap<string, string>;
}

const objects = new Map<string, LibraryObject | undefined>();
const classes = new Map<string, LibraryClass>();
const orders = new Map<LibraryClass, readonly Ancestor[]>();

/** The object of a dotted name, through re-exports; `undefined` if the index does not know it. */
export function libraryObject(dotted: string): LibraryObject | undefined {
  if (objects.has(dotted)) return objects.get(dotted);
  // a name that leads to itself ends here
  objects.set(dotted, undefined);
  const found = find(dotted);
  objects.set(dotted, found);
  return found;
}

export function libraryClass(dotted: string): LibraryClass | undefined {
  const found = libraryObject(dotted);
  return found?.kind === 'class' ? found.class : undefined;
}

function find(dotted: string): LibraryObject | undefined {
  if (isLibraryModule(dotted)) return { kind: 'module', name: dotted };
  const dot = dotted.lastIndexOf('.');
  if (dot < 0) return undefined;
  const owner = libraryObject(dotted.slice(0, dot));
  const name = dotted.slice(dot + 1);
  switch (owner?.kind) {
    case 'module':
      return ofModule(owner.name, name);
    case 'class': {
      const found = memberOfClass(owner.class, name);
      if (!found) return undefined;
      return found.member.kind === 'alias'
        ? libraryObject(found.member.of)
        : { kind: 'member', member: found.member, owner: owner.class };
    }
    case 'member': {
      if (owner.member.kind !== 'value' || owner.member.type.kind !== 'class') return undefined;
      return libraryObject(`${owner.member.type.name}.${name}`);
    }
    default:
      return undefined;
  }
}

function ofModule(module: string, name: string): LibraryObject | undefined {
  const types = moduleTypes(module)!;
  const lines = types.names.get(name) ?? types.names.get(`${name}`);
  const [first] = lines ?? [];
  if (lines && first) {
    if (first.mark === 'c') return { kind: 'class', class: classOf(`${module}.${name}`, first.payload) };
    const member = memberOf(lines);
    return member.kind === 'alias' ? libraryObject(member.of) : { kind: 'member', member };
  }
  for (const { module: star } of types.stars) {
    const found = libraryObject(`${star}.${name}`);
    if (found) return found;
  }
  const object = BOUND_NAMES.get(module);
  return object === undefined || name.startsWith('_') ? undefined : libraryObject(`${object}.${name}`);
}

function classOf(name: string, payload: string): LibraryClass {
  let found = classes.get(name);
  if (!found) {
    found = new LibraryClass(name, payload);
    classes.set(name, found);
  }
  return found;
}

/** The resolution order of a library class (https://docs.python.org/3/howto/mro.html), itself first. */
export function ancestors(of: LibraryClass): readonly Ancestor[] {
  let order = orders.get(of);
  if (!order) {
    // a class that derives from itself would never end
    orders.set(of, [own(of)]);
    order = linearize(of);
    orders.set(of, order);
  }
  return order;
}

const own = (of: LibraryClass): Ancestor => ({
  class: of,
  bindings: new Map(of.parameters.map((name) => [name, `~${name}`])),
});

function linearize(of: LibraryClass): readonly Ancestor[] {
  const lists = of.bases.flatMap((base) => {
    const found =
      base.kind === 'class'
        ? libraryClass(base.name)
        : base.kind === 'tuple'
          ? libraryClass('builtins.tuple')
          : undefined;
    return found ? [ancestorsThrough(base, found)] : [];
  });
  lists.push(lists.map(([first]) => first!));
  const order: Ancestor[] = [own(of)];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return order;
    const tails = (one: LibraryClass) =>
      open.some((list) => list.findIndex((entry) => entry.class === one) > 0);
    const head = (open.find(([first]) => !tails(first!.class)) ?? open[0]!)[0]!;
    if (!order.some((entry) => entry.class === head.class)) order.push(head);
    for (const list of lists) {
      const at = list.findIndex((entry) => entry.class === head.class);
      if (at >= 0) list.splice(at, 1);
    }
  }
}

/** The order of a base, its variables bound by how the class names it. */
function ancestorsThrough(base: Type, found: LibraryClass): Ancestor[] {
  const args = base.kind === 'class' ? base.args : [];
  const given = new Map(found.parameters.map((name, index) => [name, args[index]?.text ?? '?']));
  return ancestors(found).map((entry) => ({
    class: entry.class,
    bindings: new Map([...entry.bindings].map(([name, text]) => [name, bound(text, given)])),
  }));
}

const bound = (text: string, given: ReadonlyMap<string, string>): string =>
  text.replace(/~(\w+)/g, (_, name: string) => given.get(name) ?? '?');

/** A member by the resolution order, and who defines it. `object`'s own only where `all` asks for them. */
export function memberOfClass(
  of: LibraryClass,
  name: string,
): { readonly member: Member; readonly ancestor: Ancestor } | undefined {
  for (const ancestor of ancestors(of)) {
    const member = ancestor.class.own(name);
    if (member) return { member, ancestor };
  }
  return undefined;
}

/** Whether a class is another or derives from it. */
export const derives = (of: LibraryClass, name: string): boolean =>
  ancestors(of).some((entry) => entry.class.name === name);
