import { CONTAINER, OP, type OpId, type OpKind } from '../facts/ir.ts';
import { listOf } from '../facts/read-facts.ts';
import type { Activation } from './activations.ts';
import type { Flow } from './flow.ts';
import { importedModule } from './imports.ts';
import { lateLibraryCall } from './late-library-calls.ts';
import { siteAt } from './ops.ts';
import { NO_ARGUMENTS } from './propagation.ts';
import { iterate } from './protocols.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE } from './values.ts';

/** Methods of a comparison, best first, and those of its right operand (language reference 3.3.1). */
const COMPARISONS: Readonly<Record<string, readonly [own: readonly string[], other: readonly string[]]>> = {
  '==': [['__eq__'], ['__eq__']],
  '!=': [
    ['__ne__', '__eq__'],
    ['__ne__', '__eq__'],
  ],
  '<': [['__lt__'], ['__gt__']],
  '<=': [['__le__'], ['__ge__']],
  '>': [['__gt__'], ['__lt__']],
  '>=': [['__ge__'], ['__le__']],
};
const UNARY: Readonly<Record<string, readonly string[]>> = {
  '-': ['__neg__'],
  '+': ['__pos__'],
  '~': ['__invert__'],
};
const TRUTH = ['__bool__', '__len__'];
const HASH = ['__hash__'];
const EQUAL = ['__eq__'];

/**
 * Calls of methods whose results say little: comparisons, truth, hashing, formatting, `raise C`, `__setattr__`. They
 * are read off the solved state, for to wait at every comparison and test of the program costs more than solving
 * again what these few calls bring.
 */
export class LateCalls {
  readonly f: Flow;
  private readonly done = new Map<Node, Set<number>>();
  private calls = 0;

  constructor(f: Flow) {
    this.f = f;
  }

  /** Makes the calls that the values of now ask for; true if there were new ones. */
  run(): boolean {
    const before = this.calls;
    const { all } = this.f.p.activations;
    for (let id = 0; id < all.length; id++) {
      const activation = all[id]!;
      const { start, end } = activation.file.facts.functions[activation.index]!;
      for (let op = start; op < end; op++) this.op(activation, op as OpId);
    }
    return this.calls > before;
  }

  private op(activation: Activation, op: OpId): void {
    const { kind, a, b, c, names } = activation.file.facts;
    switch (kind[op] as OpKind) {
      case OP.Compare:
        return this.compare(activation, op, names[c[op]!]!);
      case OP.Test:
      case OP.Boolean:
        return this.each(activation, op, a[op]!, TRUTH);
      case OP.Unary: {
        const operator = names[c[op]!]!;
        return this.each(activation, op, a[op]!, operator === 'not' ? TRUTH : (UNARY[operator] ?? []));
      }
      case OP.Item:
      case OP.SetItem:
      case OP.DeleteItem:
        return this.key(activation, op, a[op]!, b[op]!);
      case OP.Container:
        return this.display(activation, op);
      case OP.FormatField:
        return this.each(activation, op, a[op]!, formatMethods(b[op]! < 0 ? '' : names[b[op]!]!));
      case OP.SetAttribute:
        return this.each(activation, op, a[op]!, ['__setattr__'], () => [
          this.attributeName(activation, op),
          this.f.p.node(activation, c[op] as OpId),
        ]);
      case OP.DeleteAttribute:
        return this.each(activation, op, a[op]!, ['__delattr__'], () => [this.attributeName(activation, op)]);
      case OP.Raise:
        return this.raised(activation, op, a[op]!);
      case OP.ImportFrom:
        return this.imported(activation, op);
      case OP.Call:
        return lateLibraryCall(this, activation, op);
      default:
    }
  }

  /** What an operand may be; nothing for one that is not there. */
  tokens(activation: Activation, operand: number): readonly Token[] {
    return operand < 0 ? [] : this.f.p.solver.at(this.f.p.node(activation, operand as OpId));
  }

  /** Calls the first of `methods` that the class of an instance defines; tells whether there is one. */
  invoke(
    activation: Activation,
    op: OpId,
    token: Token,
    methods: readonly string[],
    args: () => readonly Node[] = () => [],
  ): boolean {
    const { p, classes } = this.f;
    if (p.values.kind(token) !== VALUE.instance) return false;
    const record = classes.of(p.values.x(token) as Token);
    const method = methods.find((name) => classes.defines(record, p.name(name)));
    if (method === undefined) return false;
    if (!this.isNew(activation, op, token, p.name(method))) return true;
    const result = this.f.p.solver.nodes(1);
    p.callMethod(token, method, {
      ...siteAt(this.f, activation, op),
      arguments: { ...NO_ARGUMENTS, positional: args() },
      result,
    });
    return true;
  }

  /** Notes that a name is asked of a value at an op; false if it was before. */
  isNew(activation: Activation, op: OpId, token: Token, name: number): boolean {
    const place = this.f.p.node(activation, op);
    let done = this.done.get(place);
    if (!done) {
      done = new Set();
      this.done.set(place, done);
    }
    const key = token * 4194304 + name;
    if (done.has(key)) return false;
    done.add(key);
    this.calls++;
    return true;
  }

  private each(
    activation: Activation,
    op: OpId,
    operand: number,
    methods: readonly string[],
    args: () => readonly Node[] = () => [],
  ): void {
    for (const token of this.tokens(activation, operand)) {
      this.invoke(activation, op, token, methods, args);
    }
  }

  /** The name in `x.name = v`, which `__setattr__` gets first. */
  private attributeName(activation: Activation, op: OpId): Node {
    const { solver, values } = this.f.p;
    const node = solver.nodes(1);
    const { file } = activation;
    solver.add(node, values.of(VALUE.text, file.names[file.facts.b[op]!]!));
    return node;
  }

  private compare(activation: Activation, op: OpId, operator: string): void {
    const { a, b } = activation.file.facts;
    const left = this.f.p.node(activation, a[op] as OpId);
    const right = this.f.p.node(activation, b[op] as OpId);
    if (operator === 'in' || operator === 'not in') return this.contains(activation, op, a[op]!, b[op]!);
    const methods = COMPARISONS[operator];
    if (!methods) return;
    const own = this.tokens(activation, a[op]!).map((token) =>
      this.invoke(activation, op, token, methods[0], () => [right]),
    );
    // the right operand is asked where the left has no answer
    if (own.length > 0 && own.every(Boolean)) return;
    for (const token of this.tokens(activation, b[op]!))
      this.invoke(activation, op, token, methods[1], () => [left]);
  }

  private contains(activation: Activation, op: OpId, member: number, holder: number): void {
    const { p } = this.f;
    const value = p.node(activation, member as OpId);
    for (const token of this.tokens(activation, holder)) {
      if (p.values.kind(token) === VALUE.instance) {
        if (this.invoke(activation, op, token, ['__contains__'], () => [value])) continue;
        if (this.invoke(activation, op, token, ['__iter__', '__getitem__'])) continue;
      } else this.compared(activation, op, token, member);
    }
  }

  /** `x in list` compares, `x in set` and `dict[x]` hash and compare. */
  compared(activation: Activation, op: OpId, holder: Token, member: number): void {
    const { values } = this.f.p;
    if (values.kind(holder) !== VALUE.container && !this.isLibraryDict(holder)) return;
    const kind = values.kind(holder) === VALUE.container ? values.y(holder) : CONTAINER.dict;
    const hashes = kind === CONTAINER.dict || kind === CONTAINER.set;
    const value = this.f.p.node(activation, member as OpId);
    for (const token of this.tokens(activation, member)) {
      if (hashes) this.invoke(activation, op, token, HASH);
      this.invoke(activation, op, token, EQUAL, () => [value]);
    }
  }

  private isLibraryDict(token: Token): boolean {
    const { p } = this.f;
    return (
      p.values.kind(token) === VALUE.libraryInstance &&
      LIBRARY_DICTS.has(p.canonical(p.text(p.values.x(token))))
    );
  }

  private key(activation: Activation, op: OpId, holder: number, key: number): void {
    const { p } = this.f;
    if (activation.file.facts.kind[key] === OP.Const) return;
    if (!this.tokens(activation, key).some((token) => p.values.kind(token) === VALUE.instance)) return;
    for (const token of this.tokens(activation, holder)) {
      if (p.values.kind(token) === VALUE.container && p.values.y(token) !== CONTAINER.dict) continue;
      this.compared(activation, op, token, key);
    }
  }

  /** Members of a set display, keys of a dict display. */
  private display(activation: Activation, op: OpId): void {
    const { facts } = activation.file;
    const kind = facts.a[op]!;
    if (kind !== CONTAINER.set && kind !== CONTAINER.dict) return;
    const items = listOf(facts, facts.b[op]!);
    for (let index = 0; index < items.length; index += kind === CONTAINER.dict ? 2 : 1) {
      const item = items[index]!;
      if (item >= 0 && facts.kind[item] !== OP.Const) this.each(activation, op, item, HASH);
    }
  }

  /** `raise C` makes a C (language reference 7.8). */
  private raised(activation: Activation, op: OpId, type: number): void {
    for (const token of this.tokens(activation, type)) {
      if (this.f.p.values.kind(token) !== VALUE.class) continue;
      if (!this.isNew(activation, op, token, this.f.p.name(''))) continue;
      const made = { ...siteAt(this.f, activation, op), result: this.f.p.solver.nodes(1) };
      this.f.p.call(token, made);
    }
  }

  /**
   * `from m import name` asks a module that is no package for `__path__` (`import_from` in CPython's import.c), and
   * so runs its `__getattr__` (PEP 562).
   */
  private imported(activation: Activation, op: OpId): void {
    const { p } = this.f;
    const module = importedModule(activation, op, this.f);
    if (module === undefined || module === '') return;
    const target = p.program.resolve(activation.file.id, module);
    if (target.kind !== 'file') return;
    const file = p.program.files[target.file]!;
    const getter = file.facts.globals.get('__getattr__');
    if (getter === undefined || file.isPackage) return;
    const site = siteAt(this.f, activation, op);
    for (const token of p.solver.at(p.activations.variable(p.moduleOf(target.file), getter))) {
      if (p.values.kind(token) === VALUE.function) p.edge(site, token);
    }
  }

  /** Runs an iterable to its end. */
  iterated(activation: Activation, op: OpId, iterable: number): void {
    for (const token of this.tokens(activation, iterable)) {
      if (!this.isNew(activation, op, token, this.f.p.name('__iter__'))) continue;
      const single = this.f.p.solver.nodes(2);
      this.f.p.solver.add(single, token);
      iterate(this.f, single, { ...siteAt(this.f, activation, op), result: (single + 1) as Node });
    }
  }
}

const LIBRARY_DICTS: ReadonlySet<string> = new Set([
  'builtins.dict',
  'builtins.set',
  'builtins.frozenset',
  'collections.defaultdict',
  'collections.OrderedDict',
  'collections.Counter',
]);

/** Methods that a replacement field asks for, best first (language reference 2.4.3). */
export function formatMethods(conversion: string): readonly string[] {
  if (conversion === 'r' || conversion === 'a') return ['__repr__'];
  return conversion === 's' ? ['__str__', '__repr__'] : ['__format__', '__str__', '__repr__'];
}
