import { CALL_FLAGS, type FileFacts, OP, PARAMETER } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { ASKS, choiceOf } from '../constrain/type-tests.ts';
import type { Activation, FunctionId } from './activations.ts';
import { PairMap } from './pair-map.ts';
import type { Propagation, Site, SiteId } from './propagation.ts';
import type { Token } from './values.ts';

/** Contexts of one function beyond this many share the common one; short functions may have more. */
const MOST = 64;
/** The same of functions so short that each context costs little: `abstractmethod`, and what hands on a value. */
const MOST_SHORT = 1024;
const SHORT = 16;
/** As many ops as the contexts of a short function may have together. */
const MOST_OPS = 4096;
/** The same of functions that choose a class by what they are given: to share would give every caller each class. */
const MOST_CHOOSING = 256;
/** Contexts within contexts: a decorator factory called in a wrapper; deeper ones share. */
const DEEPEST = 2;
/** Programs of at most so many ops are followed more closely: every call has a context, every instance its own. */
const CLOSE = 10_000;
const DEEPEST_CLOSE = 3;

/**
 * Which functions are analysed once per call site: those that return or call what they are given (decorators,
 * factories, wrappers, look-ups in what they are given). One shared node for all their callers would mix the callers up.
 */
export class Contexts {
  private readonly pays = new Map<FunctionId, boolean>();
  private readonly choosing = new Set<FunctionId>();
  private readonly used = new Map<FunctionId, Set<number>>();
  private readonly p: Propagation;

  private readonly places = new PairMap(1 << 4);
  private readonly deepest: number;

  /** @param mayBeClose a small program may be followed call by call; not a library, however small */
  constructor(p: Propagation, mayBeClose = true) {
    this.p = p;
    const size = p.program.files.reduce((sum, { facts }) => sum + facts.kind.length, 0);
    this.deepest = mayBeClose && size <= CLOSE ? DEEPEST_CLOSE : DEEPEST;
  }

  /** Whether the program is small enough to follow every call and instance by itself. */
  get isClose(): boolean {
    return this.deepest === DEEPEST_CLOSE;
  }

  /** Whether further contexts may begin in an activation: not without end, so that recursion ends. */
  isOpen(activation: Activation): boolean {
    return activation.depth < this.deepest;
  }

  /** The context for a call: the site with the receiver, or -1 for the one that all callers share. */
  of(id: FunctionId, site: Site, receiver: Token | undefined): number {
    if (!this.isClose && !this.worthwhile(id)) return -1;
    if (!this.isOpen(site.activation)) return -1;
    const place = this.p.site(site.activation, site.op);
    const own = this.isClose && receiver !== undefined ? this.withReceiver(place, receiver) : place;
    let used = this.used.get(id);
    if (!used) {
      used = new Set();
      this.used.set(id, used);
    }
    if (!used.has(own) && used.size >= MOST && used.size >= this.mostOf(id)) return -1;
    used.add(own);
    return own;
  }

  private mostOf(id: FunctionId): number {
    const { start, end } = this.p.activations.facts(id);
    if (end - start <= SHORT) return MOST_SHORT;
    return Math.max(this.choosing.has(id) ? MOST_CHOOSING : MOST, MOST_OPS / (end - start));
  }

  private withReceiver(place: SiteId, receiver: Token): number {
    const known = this.places.get(place, receiver);
    if (known !== undefined) return known;
    const own = this.p.newSite();
    this.places.set(place, receiver, own);
    return own;
  }

  /**
   * Returns a parameter or a closure, calls a parameter, reads an attribute it names, or stores what it is given under
   * a name that it is given: read off the ops alone.
   */
  private worthwhile(id: FunctionId): boolean {
    const known = this.pays.get(id);
    if (known !== undefined) return known;
    const facts = this.p.activations.facts(id);
    const file = this.p.activations.fileOfFunction(id).facts;
    const { kind, a } = file;
    const own = facts.parameters.length > 0 && facts.parameters.some((x) => x.kind !== PARAMETER.doubleStar);
    let worthwhile = false;
    for (let op = facts.start; own && op < facts.end && !worthwhile; op++) {
      const operand = a[op]!;
      if ((kind[op] === OP.Return || kind[op] === OP.Yield) && operand >= 0) {
        worthwhile = isMade(file, operand) || isGiven(file, operand);
      } else if (kind[op] === OP.Call) {
        worthwhile =
          isGiven(file, operand) || readsNamedAttribute(file, op) || writesNamedAttribute(file, op);
      } else if (kind[op] === OP.SetItem) {
        worthwhile = isName(file, file.b[op]!) && isGiven(file, file.c[op]!);
      } else if (kind[op] === OP.Join) {
        worthwhile = choosesByGiven(file, op);
        if (worthwhile) this.choosing.add(id);
      }
    }
    this.pays.set(id, worthwhile);
    return worthwhile;
  }
}

/** A closure or class made here, also decorated or as one of several values. */
function isMade(facts: FileFacts, op: number, depth = 0): boolean {
  if (op < 0 || depth > 3) return false;
  switch (facts.kind[op]) {
    case OP.Closure:
    case OP.Class:
      return true;
    case OP.Call: {
      if (facts.c[op] !== CALL_FLAGS.decorator) return false;
      const [, , decorated] = listOf(facts, facts.b[op]!);
      return decorated !== undefined && isMade(facts, decorated, depth + 1);
    }
    case OP.Join:
    case OP.Container:
      return listOf(facts, facts.b[op]!).some((item) => isMade(facts, item, depth + 1));
    default:
      return false;
  }
}

/** A parameter, an item of one or under one, or a display that holds one. */
function isGiven(facts: FileFacts, op: number, depth = 0): boolean {
  if (op < 0 || depth > 3) return false;
  switch (facts.kind[op]) {
    case OP.Parameter:
      return true;
    case OP.Item:
      return isGiven(facts, facts.a[op]!, depth + 1) || isGiven(facts, facts.b[op]!, depth + 1);
    case OP.Iterate:
    case OP.Unpack:
    case OP.Await:
      return isGiven(facts, facts.a[op]!, depth + 1);
    case OP.Call:
      return isLookUp(facts, op);
    case OP.Container:
      return listOf(facts, facts.b[op]!).some((item) => item >= 0 && isGiven(facts, item, depth + 1));
    default:
      return false;
  }
}

/** `A if iscoroutinefunction(f) else B` where `f` is a parameter, or may be. */
function choosesByGiven(facts: FileFacts, op: number): boolean {
  const choice = choiceOf(facts, op);
  if (choice?.asks !== ASKS.coroutineFunction) return false;
  const { subject } = choice;
  if (facts.kind[subject] !== OP.Join) return isGiven(facts, subject);
  return listOf(facts, facts.b[subject]!).some((input) => input >= 0 && isGiven(facts, input));
}

const LOOK_UPS = new Set(['get', 'pop', 'setdefault']);

/** `table.get(name)` where `name` is a parameter. */
function isLookUp(facts: FileFacts, op: number): boolean {
  const callee = facts.a[op]!;
  if (facts.kind[callee] !== OP.Attribute || !LOOK_UPS.has(facts.names[facts.b[callee]!]!)) return false;
  const key = listOf(facts, facts.b[op]!)[2];
  return key !== undefined && facts.kind[key] === OP.Parameter;
}

/** A parameter, or a key of one (`for name, value in kwargs.items()`). */
function isName(facts: FileFacts, op: number, depth = 0): boolean {
  if (op < 0 || depth > 3) return false;
  switch (facts.kind[op]) {
    case OP.Parameter:
      return true;
    case OP.Iterate:
    case OP.Unpack:
      return isName(facts, facts.a[op]!, depth + 1);
    case OP.Call: {
      const callee = facts.a[op]!;
      const isItems = facts.kind[callee] === OP.Attribute && facts.names[facts.b[callee]!] === 'items';
      return isItems && isName(facts, facts.a[callee]!, depth + 1);
    }
    default:
      return false;
  }
}

/** `setattr(x, name, value)`, `object.__setattr__(x, name, value)` where `name` is given. */
function writesNamedAttribute(facts: FileFacts, op: number): boolean {
  const callee = facts.a[op]!;
  const kind = facts.kind[callee];
  const isNamed = kind === OP.LoadName && facts.names[facts.a[callee]!] === 'setattr';
  if (!isNamed && !(kind === OP.Attribute && facts.names[facts.b[callee]!] === '__setattr__')) return false;
  const name = listOf(facts, facts.b[op]!)[5];
  return name !== undefined && isName(facts, name);
}

/** `getattr(x, name)` where `name` is a parameter. */
function readsNamedAttribute(facts: FileFacts, op: number): boolean {
  const callee = facts.a[op]!;
  if (facts.kind[callee] !== OP.LoadName || facts.names[facts.a[callee]!] !== 'getattr') return false;
  const name = listOf(facts, facts.b[op]!)[5];
  return name !== undefined && facts.kind[name] === OP.Parameter;
}
