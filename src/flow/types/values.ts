import { CONTAINER } from '../../facts/ir.ts';
import type { FileId } from '../../link/program.ts';
import type { LibraryClass } from '../../stdlib/types/classes.ts';
import { type Ancestor, ancestors, libraryClass, libraryObject } from '../../stdlib/types/library.ts';
import { type Type, typeOf } from '../../stdlib/types/type.ts';
import type { Containers } from '../containers/containers.ts';
import type { Propagation } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { FIRST_ARGUMENTS, type Token, VALUE } from '../solve/values.ts';

/** What the variables of a type stand for while it is read. */
export interface Environment {
  /** Values of each type variable. */
  readonly variables: ReadonlyMap<string, Node>;
  /** What `Self` is; none where nothing is known of the receiver. */
  readonly self?: Token;
}

export const CLOSED: Environment = { variables: new Map() };

/** Types within type arguments beyond this depth are unknown, so that `x = [x]` in library types ends. */
const DEEPEST = 4;

/**
 * Values of library types. An instance of a generic class carries a node for each type argument: a closed one holds
 * the values of its type and is shared by all; one made at a call holds what the program put in.
 */
export class TypeValues {
  private readonly p: Propagation;
  private readonly containers: Containers;
  private readonly argumentLists: (readonly Node[])[] = [];
  private readonly argumentIds = new Map<string, number>();
  /** Instances of closed types. */
  private readonly instances = new Map<Type, Token>();
  private readonly closed = new Map<Type, Node>();
  private readonly open = new Map<string, Node>();
  private readonly tuples = new Map<string, Token>();
  private readonly depths = new Map<Node, number>();
  /** Nodes of type arguments that a call of the program made: what it puts in is kept apart from others. */
  private readonly own = new Set<Node>();
  private readonly environments = new Map<string, Environment>();
  private readonly shadows = new Map<string, Node | undefined>();
  /** Holds nothing: the argument that is unknown. */
  readonly nothing: Node;
  /** The class whose instances keep something else in place of type arguments: `integerDetail`. */

  constructor(p: Propagation, containers: Containers) {
    this.p = p;
    this.containers = containers;
    this.nothing = p.solver.nodes(1);
  }

  /** An instance of a class with a node for each type argument. */
  instance(name: string, args: readonly Node[]): Token {
    const { values } = this.p;
    const known = args.some((arg) => arg !== this.nothing);
    return values.of(VALUE.libraryInstance, this.p.name(name), known ? this.argumentsId(args) : 0);
  }

  private argumentsId(args: readonly Node[]): number {
    const key = args.join(',');
    let id = this.argumentIds.get(key);
    if (id === undefined) {
      id = FIRST_ARGUMENTS + this.argumentLists.length;
      this.argumentLists.push(args);
      this.argumentIds.set(key, id);
    }
    return id;
  }

  /** An instance of a generic class with arguments of its own. */
  generic(name: string): { readonly instance: Token; readonly args: readonly Node[] } {
    const args = (libraryClass(name)?.parameters ?? []).map(() => this.fresh());
    return { instance: this.instance(name, args), args };
  }

  /** A node for a type argument made at a call. */
  fresh(): Node {
    const node = this.p.solver.nodes(1);
    this.own.add(node);
    return node;
  }

  isOwn(node: Node): boolean {
    return this.own.has(node);
  }

  /** Puts the values of a type into a node. */
  put(type: Type, env: Environment, to: Node): void {
    const { solver } = this.p;
    switch (type.kind) {
      case 'unknown':
      case 'none':
      case 'callable':
        return;
      case 'self':
        if (env.self !== undefined) solver.add(to, env.self);
        return;
      case 'variable': {
        const node = env.variables.get(type.name);
        if (node !== undefined) solver.flow(node, to);
        return;
      }
      case 'union':
        for (const item of type.items) this.put(item, env, to);
        return;
      case 'literal':
        return solver.add(to, this.p.libraryInstance(`builtins.${literalClass(type.values[0]!)}`));
      case 'type':
        return this.putClass(type.of, env, to);
      case 'tuple':
        return solver.add(to, this.tuple(type.items, type, env));
      case 'class': {
        const known = this.instances.get(type);
        if (known !== undefined) return solver.add(to, known);
        const shadow = this.shadow(type.name);
        if (shadow !== undefined) return this.putShadow(shadow, to);
        const args = type.args.map((arg) => this.node(arg, env));
        const made = this.instance(type.name, args);
        if (!type.isOpen) this.instances.set(type, made);
        return solver.add(to, made);
      }
    }
  }

  /** A node that holds the values of a type; equal types in equal environments share one. */
  node(type: Type, env: Environment): Node {
    if (type.kind === 'unknown' || type.kind === 'none' || type.kind === 'callable') return this.nothing;
    if (type.kind === 'variable') return env.variables.get(type.name) ?? this.nothing;
    if (!type.isOpen) {
      let node = this.closed.get(type);
      if (node === undefined) {
        node = this.p.solver.nodes(1);
        this.closed.set(type, node);
        this.put(type, env, node);
      }
      return node;
    }
    const key = environmentKey(type, env);
    let node = this.open.get(key);
    if (node === undefined) {
      const depth = this.depthOf(type, env);
      if (depth > DEEPEST) return this.nothing;
      node = this.p.solver.nodes(1);
      this.open.set(key, node);
      this.depths.set(node, depth);
      this.put(type, env, node);
    }
    return node;
  }

  private depthOf(type: Type, env: Environment): number {
    let depth = 0;
    for (const [name, node] of env.variables) {
      if (type.text.includes(`~${name}`)) depth = Math.max(depth, this.depths.get(node) ?? 0);
    }
    if (env.self !== undefined && type.text.includes('@')) {
      for (const node of this.argumentsOf(env.self)) depth = Math.max(depth, this.depths.get(node) ?? 0);
    }
    return depth + 1;
  }

  private tuple(items: readonly Type[], type: Type, env: Environment): Token {
    const key = environmentKey(type, env);
    let token = this.tuples.get(key);
    if (token === undefined) {
      token = this.tupleOf(items.map((item) => this.node(item, env)));
      this.tuples.set(key, token);
    }
    return token;
  }

  /** A tuple with a node for each position. */
  tupleOf(items: readonly Node[]): Token {
    const site = this.p.newSite();
    const contents = this.containers.at(site);
    items.forEach((node, index) => {
      if (node !== this.nothing) this.p.solver.flow(node, this.containers.slot(contents, `i${index}`));
    });
    return this.containers.make(site, CONTAINER.tuple);
  }

  /** `type[C]`: the class itself. */
  private putClass(of: Type, env: Environment, to: Node): void {
    const { solver, values } = this.p;
    if (of.kind === 'union') for (const item of of.items) this.putClass(item, env, to);
    if (of.kind === 'self' && env.self !== undefined) {
      const kind = values.kind(env.self);
      if (kind === VALUE.instance) solver.add(to, values.x(env.self) as Token);
      else if (kind === VALUE.libraryInstance) solver.add(to, values.of(VALUE.library, values.x(env.self)));
    }
    if (of.kind !== 'class') return;
    const shadow = this.shadow(of.name);
    if (shadow !== undefined) solver.flow(shadow, to);
    else solver.add(to, this.p.library(of.name));
  }

  /** A class of the analysed sources wins over the library's of the same name. */
  private shadow(name: string): Node | undefined {
    if (this.shadows.has(name)) return this.shadows.get(name);
    let node: Node | undefined;
    const dot = name.lastIndexOf('.');
    if (!name.startsWith('builtins.') && !name.startsWith('typing.') && this.p.program.files.length > 0) {
      const target = this.p.program.resolve(0 as FileId, name.slice(0, dot));
      if (target.kind === 'file') {
        const file = this.p.program.files[target.file]!;
        const own = name.slice(dot + 1);
        const variable = file.facts.globals.get(own);
        const isClass = file.facts.classes.some((one) => one.qualifiedName === own);
        if (variable !== undefined && isClass) {
          node = this.p.activations.variable(this.p.moduleOf(target.file), variable);
        }
      }
    }
    this.shadows.set(name, node);
    return node;
  }

  private putShadow(shadow: Node, to: Node): void {
    const { solver, values } = this.p;
    solver.on(shadow, (token) => {
      if (values.kind(token) === VALUE.class) solver.add(to, values.of(VALUE.instance, token));
    });
  }

  /** Nodes of an instance's type arguments. */
  argumentsOf(token: Token): readonly Node[] {
    const { values } = this.p;
    return values.kind(token) === VALUE.libraryInstance
      ? (this.argumentLists[values.y(token) - FIRST_ARGUMENTS] ?? [])
      : [];
  }

  /** The environment in which a member of an ancestor of `root` is read through a value. */
  environment(token: Token, root: LibraryClass, ancestor: Ancestor): Environment {
    if (ancestor.class.parameters.length === 0) return { ...CLOSED, self: token };
    const key = `${token}:${root.name}:${ancestor.class.name}`;
    let env = this.environments.get(key);
    if (!env) {
      const args = this.argumentsOf(token);
      const given: Environment = {
        variables: new Map(root.parameters.map((name, index) => [name, args[index] ?? this.nothing])),
        self: token,
      };
      const variables = new Map<string, Node>();
      for (const [name, text] of ancestor.bindings) variables.set(name, this.node(typeOf(text), given));
      env = { variables, self: token };
      this.environments.set(key, env);
    }
    return env;
  }

  /** The node of a type argument that a value has as an instance of `base` (`typing.Iterable`). */
  argumentAs(token: Token, base: string, position = 0): Node | undefined {
    if (this.p.values.kind(token) !== VALUE.libraryInstance) return undefined;
    const root = libraryClass(this.p.text(this.p.values.x(token)));
    const ancestor = root && ancestors(root).find((entry) => entry.class.name === base);
    const parameter = ancestor?.class.parameters[position];
    if (parameter === undefined) return undefined;
    return this.environment(token, root!, ancestor!).variables.get(parameter);
  }

  /** What a variable of a library module holds; `undefined` for other names. */
  variable(dotted: string): Node | undefined {
    const object = libraryObject(dotted);
    // the forms of `typing` mean no values
    if (object?.kind !== 'member' || object.owner || dotted.startsWith('typing.')) return undefined;
    if (object.member.kind !== 'value') return undefined;
    return this.node(object.member.type, CLOSED);
  }
}

const literalClass = (value: string): string =>
  value.startsWith("'") ? 'str' : value === 'True' || value === 'False' ? 'bool' : 'int';

function environmentKey(type: Type, env: Environment): string {
  let key = type.text;
  if (type.isOpen) {
    for (const [name, node] of env.variables) if (type.text.includes(`~${name}`)) key += `|${name}=${node}`;
    if (env.self !== undefined && type.text.includes('@')) key += `|${env.self}`;
  }
  return key;
}
