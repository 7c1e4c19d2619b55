import { CONTAINER, type OpId } from '../../facts/ir.ts';
import { isCoroutine } from '../calls/protocols.ts';
import type { ClassRecord } from '../classes/classes.ts';
import { namesPutOnSelf } from '../classes/own-attributes.ts';
import { passes } from '../constrain/narrowing.ts';
import { siteAt } from '../constrain/ops.ts';
import { testsOn } from '../constrain/type-tests.ts';
import type { Flow } from '../flow.ts';
import { candidateCost } from '../graph/call-sites.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import type { SetId } from '../solve/value-sets.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { askedByInherited } from './inherited-contains.ts';
import { methodsOfElements, writtenMethods } from './written-methods.ts';

export const TRUTH = ['__bool__', '__len__'];
export const HASH = ['__hash__'];
export const EQUAL = ['__eq__'];
const ITERATOR = ['__iter__', '__getitem__'];
const NEXT = ['__next__'];

/** Functions that values run when asked for a method, and whether each of the values has one. */
interface Answer {
  readonly functions: readonly Token[];
  readonly all: boolean;
}

/**
 * Edges to methods whose results say little: comparisons, truth, hashing, formatting, `raise C`. They are read off
 * the solved state, for to wait at every comparison and test of the program would cost more than it brings. Errs
 * toward missing what their arguments are: the right operand does not reach `other` of `__eq__`.
 */
export class LateCalls {
  readonly f: Flow;
  /** By list of methods, which is known by its identity. */
  private readonly known = new Map<readonly string[], Map<SetId, Answer>>();

  /** Of what calls call: whether any of it asks for methods. */
  private readonly asking = new Map<SetId, boolean>();

  constructor(f: Flow) {
    this.f = f;
  }

  /** What `find` says of the values of a set, looked for once. */
  asks(set: SetId, find: (tokens: readonly Token[]) => boolean): boolean {
    let known = this.asking.get(set);
    if (known === undefined) {
      known = find(this.f.p.solver.sets.tokens(set));
      this.asking.set(set, known);
    }
    return known;
  }

  /** What an operand may be; nothing for one that is not there. */
  tokens(activation: Activation, operand: number): readonly Token[] {
    return operand < 0 ? [] : this.f.p.solver.at(this.f.p.node(activation, operand as OpId));
  }

  /** An edge to the first of `methods` of each instance that an operand may be; true if all of them have one. */
  each(activation: Activation, op: OpId, operand: number, methods: readonly string[]): boolean {
    if (operand < 0) return false;
    const node = this.operand(activation, op, operand);
    const set = this.f.p.solver.setAt(node);
    let bySet = this.known.get(methods);
    if (!bySet) {
      bySet = new Map();
      this.known.set(methods, bySet);
    }
    let answer = bySet.get(set);
    if (!answer) {
      answer = this.answer(this.f.p.solver.at(node), methods);
      bySet.set(set, answer);
    }
    if (answer.functions.length > 0) answer = this.underTests(activation, op, operand, answer, methods);
    if (answer.functions.length > 0) {
      this.edges(activation, op, answer.functions, candidateCost(this.f.p.solver.at(node).length));
    }
    return answer.all;
  }

  /** The answer of those values alone that the tests around an op leave. */
  private underTests(
    activation: Activation,
    op: OpId,
    operand: number,
    answer: Answer,
    methods: readonly string[],
  ): Answer {
    const { facts } = activation.file;
    const tests = testsOn(facts, facts.guard[op]!, operand);
    if (tests.length === 0) return answer;
    const left = this.tokens(activation, operand).filter((token) => passes(this.f, activation, token, tests));
    return this.answer(left, methods);
  }

  /** An operand as tests around the op leave it, where that was asked for while the program was solved. */
  private operand(activation: Activation, op: OpId, operand: number): Node {
    const node = this.f.p.node(activation, operand as OpId);
    const guard = activation.file.facts.guard[op]!;
    return guard === 0 ? node : ((this.f.narrowed.get(node, guard) ?? node) as Node);
  }

  /** @param cost what it costs that the values which have these functions are the ones that are asked */
  edges(activation: Activation, op: OpId, functions: readonly Token[], cost = 0): void {
    const site = siteAt(this.f, activation, op);
    for (const fn of functions) {
      this.f.p.edge(site, fn);
      const callee = this.activationOf(fn);
      if (callee) this.f.entries.called(site, callee, cost);
    }
  }

  /** The activation of a function that stands for all its callers, or the first. */
  private activationOf(fn: Token): Activation | undefined {
    const { values, activations } = this.f.p;
    if (values.kind(fn) !== VALUE.function) return undefined;
    const own = activations.of(values.x(fn) as FunctionId).filter(({ around }) => around === values.y(fn));
    return own.find(({ context }) => context < 0) ?? own[0];
  }

  private answer(tokens: readonly Token[], methods: readonly string[]): Answer {
    const functions = new Set<Token>();
    let all = tokens.length > 0;
    for (const token of tokens) {
      const found = this.methodsOf(token, methods);
      if (found.length === 0) all = false;
      for (const fn of found) functions.add(fn);
    }
    return { functions: [...functions], all };
  }

  /**
   * Functions that the first of `methods` that the class of an instance defines may be; of a container those of what it
   * holds, where the method asks that too. `asked` ends rings of values that hold each other.
   */
  methodsOf(token: Token, methods: readonly string[], asked?: Set<Token>): readonly Token[] {
    const { p, classes } = this.f;
    const kind = p.values.kind(token);
    if (kind === VALUE.container) return methodsOfElements(this, token, methods, asked);
    // a class is asked through its metaclass
    const types =
      kind === VALUE.instance
        ? [p.values.x(token) as Token]
        : kind === VALUE.class
          ? p.solver.at(classes.of(token).metaclass).filter((meta) => p.values.kind(meta) === VALUE.class)
          : [];
    return types.flatMap((type) => {
      const record = classes.of(type);
      for (const name of methods) {
        const written =
          kind === VALUE.instance ? writtenMethods(this, token, record, name, asked) : undefined;
        if (written) return written;
        const definer = this.definer(record, p.name(name));
        if (definer) return this.functionsIn(definer, p.name(name));
        const behind = name === '__contains__' ? askedByInherited(this.f, record) : undefined;
        if (behind) return behind.flatMap((method) => this.functionsOf(record.token, p.name(method)));
      }
      return [];
    });
  }

  private definer(record: ClassRecord, name: number): ClassRecord | undefined {
    const { p, classes } = this.f;
    for (const entry of record.order) {
      if (p.values.kind(entry) !== VALUE.class) continue;
      const known = classes.of(entry);
      if (known.attributes.has(name)) return known;
    }
    return undefined;
  }

  /** Whether an instance of the project has an attribute by its class or by what its methods put on it. */
  has(token: Token, name: number): boolean {
    const { p, classes } = this.f;
    if (p.values.kind(token) !== VALUE.instance) return false;
    const text = p.text(name);
    return classes
      .of(p.values.x(token) as Token)
      .order.some(
        (entry) =>
          p.values.kind(entry) === VALUE.class &&
          (classes.of(entry).attributes.has(name) || namesPutOnSelf(classes.of(entry)).has(text)),
      );
  }

  /** Functions that a class or its bases keep under a name. */
  functionsOf(type: Token, name: number): readonly Token[] {
    const definer = this.definer(this.f.classes.of(type), name);
    return definer ? this.functionsIn(definer, name) : [];
  }

  private functionsIn(definer: ClassRecord, name: number): readonly Token[] {
    const { p } = this.f;
    return p.solver.at(p.field(definer.token, name)).flatMap((token) => {
      const isClassMethod =
        p.values.kind(token) === VALUE.wrapper && p.values.y(token) === WRAPPER.classMethod;
      const given = isClassMethod ? p.solver.at(p.values.x(token) as Node) : [token];
      return given.filter((fn) => p.values.kind(fn) === VALUE.function);
    });
  }

  /** What making an instance of a class runs. */
  makersOf(type: Token): readonly Token[] {
    const record = this.f.classes.of(type);
    return ['__new__', '__init__'].flatMap((name) => {
      const definer = this.definer(record, this.f.p.name(name));
      return definer ? this.functionsIn(definer, this.f.p.name(name)) : [];
    });
  }

  /** `x in list` compares, `x in set` and `dict[x]` hash and compare. */
  compared(activation: Activation, op: OpId, holder: Token, member: number): void {
    const { values } = this.f.p;
    if (values.kind(holder) !== VALUE.container && !this.isLibraryDict(holder)) return;
    const kind = values.kind(holder) === VALUE.container ? values.y(holder) : CONTAINER.dict;
    if (kind === CONTAINER.dict || kind === CONTAINER.set) this.each(activation, op, member, HASH);
    this.each(activation, op, member, EQUAL);
  }

  private isLibraryDict(token: Token): boolean {
    const { p } = this.f;
    if (p.values.kind(token) !== VALUE.libraryInstance) return false;
    return LIBRARY_DICTS.has(p.canonical(p.text(p.values.x(token))));
  }

  /** Runs an iterable to its end: an iterator class that gives itself, or a generator. */
  iterated(activation: Activation, op: OpId, iterable: number): void {
    this.each(activation, op, iterable, ITERATOR);
    this.each(activation, op, iterable, NEXT);
    const { values, activations } = this.f.p;
    for (const token of this.tokens(activation, iterable)) {
      if (values.kind(token) !== VALUE.generator || isCoroutine(this.f, token)) continue;
      const made = activations.all[values.x(token)]!;
      this.edges(activation, op, [values.of(VALUE.function, made.function, made.around)]);
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
