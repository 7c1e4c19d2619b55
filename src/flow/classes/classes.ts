import { type ClassIndex, OP, type OpId } from '../../facts/ir.ts';
import type { FileId } from '../../link/program.ts';
import type { Activation } from '../solve/activations.ts';
import type { Propagation } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** A class of the project, as far as its bases are known. */
export interface ClassRecord {
  readonly token: Token;
  readonly index: ClassIndex;
  readonly activation: Activation;
  readonly name: string;
  /** Names bound in the body or assigned to the class from outside. */
  readonly attributes: Set<number>;
  /** Values of each base, by position: class and library tokens. */
  readonly bases: Token[][];
  /** The class itself first; library classes stand for themselves and end a branch. */
  order: readonly Token[];
  readonly subclasses: Set<ClassRecord>;
  /** Told of new subclasses. */
  readonly listeners: ((subclass: ClassRecord) => void)[];
  /** Instances told apart by where they are made; told of, now and later. */
  readonly instances: Set<Token>;
  readonly instanceListeners: ((instance: Token) => void)[];
  /** What `metaclass=` may be, here or in a base. */
  readonly metaclass: Node;
  /** Look-ups to run again when the order or the attributes change. */
  readonly lookups: (() => void)[];
}

/** Index of classes that no statement makes. */
export const MADE_BY_CALL = -2;

/** Classes by token, their method resolution order, and the look-ups that wait for it. */
export class Classes {
  private readonly records: ClassRecord[] = [];
  private readonly byKey = new Map<string, ClassRecord>();
  private readonly byStatement = new Map<FileId, Map<ClassIndex, ClassRecord[]>>();
  private readonly bodies = new Map<string, number[]>();
  private readonly p: Propagation;

  constructor(p: Propagation) {
    this.p = p;
  }

  /** The classes that a class statement has made, in each activation around it. */
  ofStatement(file: FileId, index: ClassIndex): readonly ClassRecord[] {
    return this.byStatement.get(file)?.get(index) ?? [];
  }

  private note(file: FileId, record: ClassRecord): void {
    let byIndex = this.byStatement.get(file);
    if (!byIndex) {
      byIndex = new Map();
      this.byStatement.set(file, byIndex);
    }
    const same = byIndex.get(record.index);
    if (same) same.push(record);
    else byIndex.set(record.index, [record]);
  }

  get all(): readonly ClassRecord[] {
    return this.records;
  }

  /** Drops the look-ups that wait for changes: there are none any more. */
  release(): void {
    for (const record of this.records) record.lookups.length = record.listeners.length = 0;
    this.bodies.clear();
  }

  of(token: Token): ClassRecord {
    return this.records[this.p.values.x(token)]!;
  }

  /** The class that an op of an activation makes: a class statement, or a call of `type`. */
  make(activation: Activation, op: OpId, baseCount: number): { record: ClassRecord; isNew: boolean } {
    const key = `${activation.id}:${op}`;
    const known = this.byKey.get(key);
    if (known) return { record: known, isNew: false };
    const { facts } = activation.file;
    const isStatement = facts.kind[op] === OP.Class;
    const index = (isStatement ? facts.a[op]! : MADE_BY_CALL) as ClassIndex;
    const token = this.p.values.of(VALUE.class, this.records.length);
    const record: ClassRecord = {
      token,
      index,
      activation,
      name: isStatement ? facts.classes[index]!.qualifiedName : '',
      attributes: new Set(isStatement ? this.bodyNames(activation, op) : []),
      bases: Array.from({ length: baseCount }, () => []),
      order: [token],
      subclasses: new Set(),
      listeners: [],
      instances: new Set(),
      instanceListeners: [],
      lookups: [],
      metaclass: this.p.solver.nodes(1),
    };
    this.records.push(record);
    this.byKey.set(key, record);
    if (isStatement) this.note(activation.file.id, record);
    return { record, isNew: true };
  }

  private bodyNames(activation: Activation, op: OpId): readonly number[] {
    const { file } = activation;
    const own = `${file.id}:${op}`;
    const known = this.bodies.get(own);
    if (known) return known;
    const { facts } = file;
    for (const { op: made } of facts.classes) this.bodies.set(`${file.id}:${made}`, []);
    for (let at = 0; at < facts.kind.length; at++) {
      if (facts.kind[at] !== OP.ClassAttribute) continue;
      this.bodies.get(`${file.id}:${facts.a[at]}`)?.push(file.names[facts.b[at]!]!);
    }
    return this.bodies.get(own) ?? [];
  }

  /** A base has become known. */
  addBase(record: ClassRecord, position: number, base: Token): void {
    const kind = this.p.values.kind(base);
    if (kind !== VALUE.class && kind !== VALUE.library) return;
    if (base === record.token || record.bases[position]!.includes(base)) return;
    record.bases[position]!.push(base);
    if (kind === VALUE.class) {
      const above = this.of(base);
      if (!above.subclasses.has(record)) {
        above.subclasses.add(record);
        for (const tell of above.listeners) tell(record);
      }
      this.p.solver.flow(this.of(base).metaclass, record.metaclass);
    }
    this.reorder(record);
  }

  /** Tells of a class and of each that derives from it, now and later. */
  eachDerived(type: Token, tell: (type: Token) => void): void {
    const told = new Set<ClassRecord>();
    const visit = (start: ClassRecord) => {
      const queue = [start];
      for (let record = queue.pop(); record; record = queue.pop()) {
        if (told.has(record)) continue;
        told.add(record);
        tell(record.token);
        record.listeners.push(visit);
        queue.push(...record.subclasses);
      }
    };
    visit(this.of(type));
  }

  private reorder(start: ClassRecord): void {
    const queue = [start];
    const seen = new Set(queue);
    for (let record = queue.shift(); record; record = queue.shift()) {
      const order = this.linearize(record);
      if (order.length === record.order.length && order.every((token, i) => token === record.order[i]))
        continue;
      record.order = order;
      for (const run of record.lookups.slice()) run();
      for (const subclass of record.subclasses) {
        if (seen.has(subclass)) continue;
        seen.add(subclass);
        queue.push(subclass);
      }
    }
  }

  /**
   * C3 (https://docs.python.org/3/howto/mro.html). Bases that cannot be ordered so, as where a base has several
   * possible values, are taken depth first.
   */
  private linearize(record: ClassRecord): readonly Token[] {
    const bases = record.bases.flat();
    const lists = bases.map((base) =>
      this.p.values.kind(base) === VALUE.class ? [...this.of(base).order] : [base],
    );
    lists.push([...bases]);
    const order: Token[] = [record.token];
    for (;;) {
      const open = lists.filter((list) => list.length > 0);
      if (open.length === 0) return order;
      const head = open
        .map((list) => list[0]!)
        .find((token) => !open.some((list) => list.indexOf(token) > 0));
      if (head === undefined) return [...new Set([...order, ...open.flat()])];
      if (!order.includes(head)) order.push(head);
      for (const list of open) if (list[0] === head) list.shift();
    }
  }

  /** An attribute assigned to the class from outside its body. */
  addAttribute(record: ClassRecord, name: number): void {
    if (record.attributes.has(name)) return;
    record.attributes.add(name);
    const queue = [record];
    const seen = new Set(queue);
    for (let at = queue.shift(); at; at = queue.shift()) {
      for (const run of at.lookups.slice()) run();
      for (const subclass of at.subclasses) {
        if (seen.has(subclass)) continue;
        seen.add(subclass);
        queue.push(subclass);
      }
    }
  }

  /** Names that the class of an instance, or a class itself, has with its bases. */
  namesOf(token: Token): ReadonlySet<number> {
    const { values } = this.p;
    const kind = values.kind(token);
    const names = new Set<number>();
    if (kind !== VALUE.instance && kind !== VALUE.class) return names;
    for (const entry of this.of(kind === VALUE.class ? token : (values.x(token) as Token)).order) {
      if (values.kind(entry) !== VALUE.class) continue;
      for (const name of this.of(entry).attributes) names.add(name);
    }
    return names;
  }

  /** Whether the class or a project class behind it in the order has a name. */
  defines(record: ClassRecord, name: number): boolean {
    return record.order.some(
      (entry) => this.p.values.kind(entry) === VALUE.class && this.of(entry).attributes.has(name),
    );
  }

  /** The classes of the project in the order of a class that define a name, first come first. */
  definers(record: ClassRecord, name: number): readonly ClassRecord[] {
    return record.order.flatMap((entry) => {
      const known = this.p.values.kind(entry) === VALUE.class ? this.of(entry) : undefined;
      return known?.attributes.has(name) ? [known] : [];
    });
  }

  /** Whether the class has a name, or a base that is not known yet may. */
  mayDefine(record: ClassRecord, name: number): boolean {
    return record.order.some((entry) => {
      if (this.p.values.kind(entry) !== VALUE.class) return false;
      const { attributes, bases } = this.of(entry);
      return attributes.has(name) || bases.some((candidates) => candidates.length === 0);
    });
  }

  /**
   * Finds `name` along the resolution order, now and whenever it changes. `found` gets the class that defines it;
   * `library` each library class before that. `after`: only what comes behind that class (`super()`).
   */
  lookUp(
    record: ClassRecord,
    name: number,
    found: (definer: ClassRecord) => void,
    library: (base: Token) => void,
    after?: Token,
  ): void {
    // almost always one: a set would be most of what a look-up keeps
    let seen: readonly Token[] = NONE;
    const run = () => {
      const { order } = record;
      const start = after === undefined ? 0 : order.indexOf(after) + 1;
      if (after !== undefined && start === 0) return;
      for (let index = start; index < order.length; index++) {
        const token = order[index]!;
        const isClass = this.p.values.kind(token) === VALUE.class;
        const defines = isClass && this.of(token).attributes.has(name);
        if ((defines || !isClass) && !seen.includes(token)) {
          seen = [...seen, token];
          if (defines) found(this.of(token));
          else library(token);
        }
        if (defines) return;
      }
    };
    record.lookups.push(run);
    run();
  }
}

const NONE: readonly Token[] = [];
