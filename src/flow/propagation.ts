import type { FunctionIndex, OpId } from '../facts/ir.ts';
import type { FileId, Program } from '../link/program.ts';
import type { Brand } from '../model/brand.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { type Activation, Activations, NO_ACTIVATION } from './activations.ts';
import { type Node, Solver } from './solver.ts';
import { type Token, VALUE, ValueTable } from './values.ts';

/** A place where values are made: an op in an activation. */
export type SiteId = Brand<number, 'SiteId'>;

/** Arguments of a call as nodes, and where its result goes. */
export interface Arguments {
  readonly positional: readonly Node[];
  /** `*args`, each with the position it stands at. */
  readonly stars: readonly { readonly node: Node; readonly at: number }[];
  readonly keywords: ReadonlyMap<number, Node>;
  readonly doubleStars: readonly Node[];
}

export const NO_ARGUMENTS: Arguments = { positional: [], stars: [], keywords: new Map(), doubleStars: [] };

/** A call about to happen at an op. */
export interface Site {
  readonly activation: Activation;
  readonly op: OpId;
  readonly arguments: Arguments;
  readonly result: Node;
}

/** Parts that need each other; wired in `analyse.ts`. */
export interface Parts {
  /** Calls a value. */
  call(p: Propagation, callee: Token, site: Site): void;
  /** Reads an attribute of a value into `result`. */
  getAttribute(p: Propagation, object: Token, name: number, site: Site): void;
  /** Runs an op for a value that arrived at its operand. */
  arrive(p: Propagation, activation: number, op: OpId, part: number, token: Token): void;
  /** Adds the constraints of an activation's ops. */
  constrain(p: Propagation, activation: Activation): void;
}

/** What one op in one activation may call. */
export type CallEdges = Map<OpId, Token[]>;

/** The state of the value analysis while it runs. */
export class Propagation {
  readonly program: Program;
  readonly table: RaiserTable;
  readonly values = new ValueTable();
  readonly solver: Solver;
  readonly activations: Activations;
  readonly parts: Parts;
  /** Per activation. */
  readonly edges: CallEdges[] = [];
  readonly modules: Activation[] = [];
  private readonly fields = new Map<number, Map<number, Node>>();
  private readonly sites = new Map<number, SiteId>();
  private readonly pending: Activation[] = [];
  private readonly called = new Map<Node, Set<number>>();
  private readonly read = new Map<Node, Set<number>>();
  private readonly protocolCalls = new Map<Node, Set<number>>();
  private readonly keys = new Map<string, number>();

  constructor(program: Program, table: RaiserTable, parts: Parts) {
    this.program = program;
    this.table = table;
    this.parts = parts;
    const anyText = () => this.libraryInstance('builtins.str');
    this.solver = new Solver(
      (activation, op, part, token) => parts.arrive(this, activation, op, part, token),
      (token) => (this.values.kind(token) === VALUE.text ? anyText() : token),
    );
    this.activations = new Activations(program, this.solver);
    for (const file of program.files) {
      const id = this.activations.functionId(file, 0 as FunctionIndex);
      this.modules.push(this.activate(this.activations.enter(id, NO_ACTIVATION, -1)));
    }
  }

  /** Queues the constraints of an activation that is new. */
  activate({ activation, isNew }: { activation: Activation; isNew: boolean }): Activation {
    if (isNew) {
      this.edges[activation.id] = new Map();
      this.pending.push(activation);
    }
    return activation;
  }

  /** Works until neither values nor activations are new. */
  run(): void {
    for (let next = 0; ; ) {
      while (next < this.pending.length) this.parts.constrain(this, this.pending[next++]!);
      this.solver.solve();
      if (next === this.pending.length) return;
    }
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
    let fields = this.fields.get(owner);
    if (!fields) {
      fields = new Map();
      this.fields.set(owner, fields);
    }
    let node = fields.get(name);
    if (node === undefined) {
      node = this.solver.nodes(1);
      fields.set(name, node);
    }
    return node;
  }

  hasField(owner: Token, name: number): boolean {
    return this.fields.get(owner)?.has(name) ?? false;
  }

  /** Dense id of (activation, op, part); part tells several values made at one op apart. */
  site(activation: Activation, op: OpId, part = 0): SiteId {
    const key = (activation.base + op) * 16 + part;
    let site = this.sites.get(key);
    if (site === undefined) {
      site = this.sites.size as SiteId;
      this.sites.set(key, site);
    }
    return site;
  }

  /** Notes that an op may call a value. */
  edge(site: Site, callee: Token): void {
    const edges = this.edges[site.activation.id]!;
    const known = edges.get(site.op);
    if (!known) edges.set(site.op, [callee]);
    else if (!known.includes(callee)) known.push(callee);
  }

  /** Calls a value, once for each (value, result, first argument): the same call again would add nothing. */
  call(callee: Token, site: Site): void {
    const first = site.arguments.positional[0] ?? site.arguments.stars[0]?.node ?? 0;
    if (this.isNew(this.called, site.result, callee * 67108864 + first)) this.parts.call(this, callee, site);
  }

  /** Reads an attribute, once for each (value, name, result). */
  getAttribute(object: Token, name: number, site: Site): void {
    if (this.isNew(this.read, site.result, object * 4194304 + name)) {
      this.parts.getAttribute(this, object, name, site);
    }
  }

  private keyOf(text: string): number {
    let key = this.keys.get(text);
    if (key === undefined) {
      key = this.keys.size;
      this.keys.set(text, key);
    }
    return key;
  }

  private isNew(done: Map<Node, Set<number>>, node: Node, key: number): boolean {
    const known = done.get(node);
    if (!known) done.set(node, new Set([key]));
    else if (known.has(key)) return false;
    else known.add(key);
    return true;
  }

  /** Calls the method `name` of a value, as a protocol does (`__enter__`, `__iter__`). */
  callMethod(object: Token, name: string, site: Site): void {
    const first = site.arguments.positional[0] ?? 0;
    const key = `${object}:${name}:${first}:${site.activation.id}:${site.op}`;
    if (!this.isNew(this.protocolCalls, site.result, this.keyOf(key))) return;
    const method = this.solver.nodes(1);
    this.getAttribute(object, this.name(name), { ...site, arguments: NO_ARGUMENTS, result: method });
    this.solver.on(method, (callee) => this.call(callee, site));
  }
}
