import { CONTAINER, type OpId } from '../facts/ir.ts';
import type { Activation } from './activations.ts';
import type { ClassRecord } from './classes.ts';
import type { Flow } from './flow.ts';
import { siteAt } from './ops.ts';
import { NO_ARGUMENTS } from './propagation.ts';
import { iterate } from './protocols.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE } from './values.ts';

export const TRUTH = ['__bool__', '__len__'];
export const HASH = ['__hash__'];
export const EQUAL = ['__eq__'];

/**
 * Calls of methods whose results say little: comparisons, truth, hashing, formatting, `raise C`, `__setattr__`. They
 * are read off the solved state, for to wait at every comparison and test of the program costs more than solving
 * again what these few calls bring.
 */
export class LateCalls {
  readonly f: Flow;
  private readonly done = new Map<Node, Set<number>>();
  private readonly defined = new Map<ClassRecord, Map<readonly string[], string | undefined>>();
  /** How many were made so far. */
  calls = 0;

  constructor(f: Flow) {
    this.f = f;
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
    const { p } = this.f;
    if (p.values.kind(token) !== VALUE.instance) return false;
    const method = this.firstDefined(this.f.classes.of(p.values.x(token) as Token), methods);
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

  /** The first of `methods`, which are known by their list, that a class defines. */
  private firstDefined(record: ClassRecord, methods: readonly string[]): string | undefined {
    let known = this.defined.get(record);
    if (!known) {
      known = new Map();
      this.defined.set(record, known);
    }
    if (!known.has(methods)) {
      const { p, classes } = this.f;
      known.set(
        methods,
        methods.find((name) => classes.defines(record, p.name(name))),
      );
    }
    return known.get(methods);
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

  /** Calls the first of `methods` of each value that an operand may be. */
  each(
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
