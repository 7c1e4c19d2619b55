import { type FunctionIndex, OP, type OpId } from '../../facts/ir.ts';
import type { FileId, Program } from '../../link/program.ts';
import type { Brand } from '../../model/brand.ts';
import type { RaiserTable } from '../../model/raiser-table.ts';
import { type Activation, Activations, NO_ACTIVATION } from './activations.ts';
import { CallEdges } from './call-edges.ts';
import { PairMap } from './pair-map.ts';
import { QuadSet } from './quad-set.ts';
import { type Node, Solver } from './solver.ts';
import { EMPTY } from './value-sets.ts';
import { type Token, VALUE, ValueTable } from './values.ts';

/** A place where values are made: an op in an activation. */
export type SiteId = Brand<number, 'SiteId'>;

/** `*args` and the positional arguments behind it. */
export interface Star {
  readonly node: Node;
  readonly at: number;
  readonly behind?: readonly Node[];
}

/** Arguments of a call as nodes, and where its result goes. */
export interface Arguments {
  readonly positional: readonly Node[];
  /** `*args`, each with the position it stands at. */
  readonly stars: readonly Star[];
  readonly keywords: ReadonlyMap<number, Node>;
  readonly doubleStars: readonly Node[];
  /** All that the callee gets is here: written so at a call, not what a library is known to pass. */
  readonly isWhole?: boolean;
}

export const NO_ARGUMENTS: Arguments = { positional: [], stars: [], keywords: new Map(), doubleStars: [] };

/** A call about to happen at an op. */
export interface Site {
  readonly activation: Activation;
  readonly op: OpId;
  readonly arguments: Arguments;
  readonly result: Node;
}

/** What reading one attribute of one value gives, wherever it is read. */
export interface AttributeNodes {
  readonly value: Node;
  /** Callables that the reading runs without further arguments, for what they return: getters of properties. */
  readonly getters: Node;
}

/** Parts that need each other; wired in `analyse.ts`. */
export interface Parts {
  /** Calls a value. */
  call(p: Propagation, callee: Token, site: Site): void;
  /** Finds what reading an attribute of a value gives; asked once for each (value, name). */
  findAttribute(p: Propagation, object: Token, name: number, to: AttributeNodes, from: FileId): void;
  /** Elements of what a node holds go to the site's result. */
  iterate(p: Propagation, source: Node, site: Site): void;
  /** What awaiting a value gives goes to the site's result. */
  awaitValue(p: Propagation, token: Token, site: Site): void;
  /** Runs an op for a value that arrived at its operand. */
  arrive(p: Propagation, activation: number, op: OpId, part: number, token: Token): void;
  /** Adds the constraints of an activation's ops. */
  constrain(p: Propagation, activation: Activation): void;
}

/**
 * What is asked first where nothing arrived: `__getattr__`, overloads, declared parameters and attributes, declared
 * results.
 */
export const FALLBACK = { getter: 0, overload: 1, parameter: 2, result: 3 } as const;

/** The state of the value analysis while it runs. */
export class Propagation {
  readonly program: Program;
  readonly table: RaiserTable;
  readonly values = new ValueTable();
  readonly solver: Solver;
  readonly activations: Activations;
  readonly parts: Parts;
  readonly edges: CallEdges;
  readonly modules: Activation[] = [];
  private readonly fields = new PairMap(1 << 10);
  private readonly sites = new Map<number, SiteId>();
  private siteCount = 0;
  private readonly pending: Activation[] = [];
  private readonly idle: (() => void)[] = [];
  private constrained = 0;
  private readonly called = new QuadSet(1 << 12);
  private readonly attributes = new PairMap(1 << 12);
  /** (value, op) -> how often the op calls the value in the course of other calls. */
  private readonly inner = new PairMap(1 << 10);
  private readonly fallbacks: { readonly node: Node; readonly action: () => void }[][] = [[], [], [], []];

  constructor(program: Program, table: RaiserTable, parts: Parts) {
    this.program = program;
    this.table = table;
    this.parts = parts;
    this.solver = new Solver(
      (activation, op, part, token) => parts.arrive(this, activation, op, part, token),
      (token, count) => this.widen(token, count),
    );
    // measured on CPython's library: 2.6 nodes for every op, contexts included
    this.solver.reserve(
      Math.ceil(2.6 * program.files.reduce((sum, { facts }) => sum + facts.kind.length, 0)),
    );
    this.activations = new Activations(program, this.solver);
    this.edges = new CallEdges(this.activations);
    for (const file of program.files) {
      const id = this.activations.functionId(file, 0 as FunctionIndex);
      this.modules.push(this.activate(this.activations.enter(id, NO_ACTIVATION, -1)));
    }
  }

  /**
   * Among many values a constant is any of its class, and one container or method more says nothing; functions,
   * classes and instances count on, since calls and attributes are decided by them.
   */
  private widen(token: Token, count: number): Token | undefined {
    const kind = this.values.kind(token);
    if (kind === VALUE.text) return this.libraryInstance('builtins.str');
    if (kind === VALUE.libraryInstance) return this.values.of(kind, this.values.x(token));
    return count >= MANY && (kind === VALUE.container || kind === VALUE.libraryMethod) ? undefined : token;
  }

  /** Queues the constraints of an activation that is new. */
  activate({ activation, isNew }: { activation: Activation; isNew: boolean }): Activation {
    if (isNew) this.pending.push(activation);
    return activation;
  }

  /** Works until neither values nor activations are new, and what waited for nothing to come has had its turn. */
  run(): void {
    for (;;) {
      while (this.constrained < this.pending.length) {
        this.parts.constrain(this, this.pending[this.constrained++]!);
      }
      this.solver.solve();
      if (this.constrained < this.pending.length) continue;
      const waiting = this.idle.splice(0);
      for (const work of waiting) work();
      if (waiting.length === 0 && !this.fallBack()) return;
    }
  }

  /** Runs `work` once nothing is new any more: for what holds only if no value has arrived by then. */
  whenIdle(work: () => void): void {
    this.idle.push(work);
  }

  /** Does something once all else is settled, if a node holds nothing by then; see `FALLBACK`. */
  whenEmpty(node: Node, order: number, action: () => void): void {
    this.fallbacks[order]!.push({ node, action });
  }

  /** Runs what waits for nodes that stayed empty; all of one round see the same state. */
  private fallBack(): boolean {
    for (const [order, waiting] of this.fallbacks.entries()) {
      const round = waiting.filter(({ node }) => this.solver.setAt(node) === EMPTY);
      this.fallbacks[order] = [];
      for (const { action } of round) action();
      if (round.length > 0) return true;
    }
    return false;
  }

  /** Drops what only the solving needs; what nodes hold and which edges were found stays. */
  release(): void {
    this.solver.release();
    this.called.clear();
    this.inner.clear();
    this.pending.length = 0;
  }

  name(text: string): number {
    return this.program.nameId(text);
  }

  text(name: number): string {
    return this.program.names[name]!;
  }

  library(dotted: string): Token {
    return this.values.of(VALUE.library, this.name(dotted));
  }

  libraryInstance(dotted: string): Token {
    return this.values.of(VALUE.libraryInstance, this.name(dotted));
  }

  canonical(dotted: string): string {
    return this.table.canonical.get(dotted) ?? dotted;
  }

  moduleOf(file: FileId): Activation {
    return this.modules[file]!;
  }

  node(activation: Activation, op: OpId): Node {
    return this.activations.node(activation, op);
  }

  /** The node of an attribute kept on a value itself. */
  field(owner: Token, name: number): Node {
    let node = this.fields.get(owner, name) as Node | undefined;
    if (node === undefined) {
      node = this.solver.nodes(1);
      this.fields.set(owner, name, node);
    }
    return node;
  }

  hasField(owner: Token, name: number): boolean {
    return this.fields.get(owner, name) !== undefined;
  }

  /** Dense id of (activation, op, part); part tells several values made at one op apart. */
  site(activation: Activation, op: OpId, part = 0): SiteId {
    const key = (activation.base + op) * 16 + part;
    let site = this.sites.get(key);
    if (site === undefined) {
      site = this.newSite();
      this.sites.set(key, site);
    }
    return site;
  }

  /** A site of its own, for what no op makes. */
  newSite(): SiteId {
    const site = this.siteCount++ as SiteId;
    return site;
  }

  /** Notes that an op may call a value. */
  edge(site: Site, callee: Token): void {
    this.edges.add(site.activation, site.op, callee);
  }

  /**
   * Calls a value, once for each (value, op, result, first argument): the same call again would add nothing. Calls in
   * the course of others get nodes made for them; proxies whose methods come to the proxy again would make such without
   * end, so that one op calls one value in so many ways alone.
   */
  call(callee: Token, site: Site): void {
    const first = site.arguments.positional[0] ?? site.arguments.stars[0]?.node ?? 0;
    const op = this.node(site.activation, site.op);
    if (!this.called.add(callee, op, site.result, first)) return;
    if (site.result !== op) {
      const ways = this.inner.get(callee, op) ?? 0;
      if (ways >= MOST_WAYS) return;
      this.inner.set(callee, op, ways + 1);
    }
    this.parts.call(this, callee, site);
  }

  /** What reading `name` of a value gives; `from` is the file that reads it, where that may matter. */
  attribute(object: Token, name: number, from = 0 as FileId): AttributeNodes {
    const isShared = this.values.kind(object) !== VALUE.namespace;
    const known = isShared ? this.attributes.get(object, name) : undefined;
    const value = (known ?? this.solver.nodes(2)) as Node;
    const nodes = { value, getters: (value + 1) as Node };
    if (known === undefined) {
      if (isShared) this.attributes.set(object, name, value);
      this.parts.findAttribute(this, object, name, nodes, from);
    }
    return nodes;
  }

  /** Reads an attribute into the site's result. */
  getAttribute(object: Token, name: number, site: Site): void {
    const { value, getters } = this.attribute(object, name, site.activation.file.id);
    this.solver.flow(value, site.result);
    const { activation, op } = site;
    const kind = activation.file.facts.kind[op];
    const isOwn = (kind === OP.Attribute || kind === OP.Call) && site.result === this.node(activation, op);
    if (isOwn) this.solver.onOp(getters, activation.id, op, GETTER);
    else this.callGetters(getters, site);
  }

  private callGetters(getters: Node, site: Site): void {
    this.solver.on(getters, (getter) => this.call(getter, { ...site, arguments: NO_ARGUMENTS }));
  }

  /** Calls the method `name` of a value, as a protocol does (`__enter__`, `__iter__`). */
  callMethod(object: Token, name: string, site: Site): void {
    const { value, getters } = this.attribute(object, this.name(name));
    this.callEach(value, site);
    this.solver.on(getters, (getter) => {
      const got = this.solver.nodes(1);
      this.call(getter, { ...site, arguments: NO_ARGUMENTS, result: got });
      this.callEach(got, site);
    });
  }

  private callEach(callees: Node, site: Site): void {
    this.solver.on(callees, (callee) => this.call(callee, site));
  }
}

/** In so many ways one op calls one value in the course of other calls; CPython's library needs 84. */
const MOST_WAYS = 128;

/** From here on containers and methods are left out of a set of values. */
const MANY = 12;

/** The part of an attribute op, or of a call of `getattr`, that waits for getters (`Arrival`). */
export const GETTER = 1;
