import { type FunctionFacts, OP, type OpId } from '../../facts/ir.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { CostPart } from '../../model/finding.ts';
import { ALL_TARGETS, meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { Guards } from '../conditions/guards.ts';
import type { Flow } from '../flow.ts';
import { callableNames } from '../library/library.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { NameMatches } from './name-matches.ts';

/** One thing that an op may call, and an activation in which it does. */
export interface Callee {
  readonly activation: Activation;
  /** A function, class, library callable or library method. */
  readonly token: Token;
  /** 0: nothing else can stand in its place; 2: one of two or three; 10: one of more, or a container's element. */
  readonly cost: number;
}

/** An op with all that it may call, over every context of its function. */
export interface CallSite {
  readonly file: ProgramFile;
  readonly caller: FunctionId;
  readonly op: OpId;
  readonly callees: readonly Callee[];
  /** The callees are guessed from the name of the method: nothing is known of the object. */
  readonly byName?: true;
  /** The same with doubles: once for each context in which the op may call it. */
  readonly contexts: readonly Found[];
}

/**
 * Every op of the program that calls something: functions, classes, protocol methods, callbacks. In order of ops.
 *
 * @param guesses callees of ops that have no other
 */
export function callSites(f: Flow, guesses?: NameMatches): readonly CallSite[] {
  const sites: CallSite[] = [];
  for (const file of f.p.program.files) {
    const guessed = guesses?.get(file);
    for (const { facts: fn, activations: all } of f.p.activations.functionsOf(file)) {
      if (all.length === 0) continue;
      // what a method of a library calls for one class of receivers is no candidate for another
      const groups = f.summarises ? all.map((activation) => [activation]) : [all];
      for (const group of groups) addSites(f, file, fn, group, guessed, sites);
    }
  }
  return sites;
}

/** The sites of one function in some of its contexts. */
function addSites(
  f: Flow,
  file: ProgramFile,
  fn: FunctionFacts,
  all: readonly Activation[],
  guessed: ReadonlyMap<OpId, readonly Token[]> | undefined,
  sites: CallSite[],
): void {
  const first = all[0]!;
  const caller = first.function;
  const byOp = calleesByOp(f, all);
  const ops = [...byOp.keys()];
  for (const op of guessed?.keys() ?? []) {
    if (op >= fn.start && op < fn.end && !byOp.has(op)) ops.push(op);
  }
  // those of one context come in order
  if (all.length > 1 || guessed) ops.sort((a, b) => a - b);
  for (const op of ops) {
    const found = byOp.get(op);
    if (found) {
      sites.push({ file, caller, op, callees: graded(f, all, op, found), contexts: found });
    } else {
      const callees = byName(first, guessed!.get(op)!);
      sites.push({ file, caller, op, callees, contexts: callees, byName: true });
    }
  }
}

/** What the ops of a function call, over its contexts: of a package each counts, of the project the first that calls it. */
function calleesByOp(f: Flow, all: readonly Activation[]): ReadonlyMap<OpId, Graded[]> {
  const byOp = new Map<OpId, Graded[]>();
  const isEach = all.length === 1 || all[0]!.file.isDependency;
  for (const activation of all) {
    f.p.edges.each(activation, (op, tokens) => {
      let known = byOp.get(op);
      if (!known) {
        known = [];
        byOp.set(op, known);
      }
      for (const token of tokens) {
        if (isEach || !known.some((callee) => callee.token === token)) {
          known.push({ activation, token, cost: 0 });
        }
      }
    });
  }
  return byOp;
}

const byName = (activation: Activation, tokens: readonly Token[]): Callee[] =>
  tokens.map((token) => ({ activation, token, cost: BY_NAME }));

/** DESIGN's grades for analysed code: one candidate is certain, two or three cost 2, more cost 10. */
export function candidateCost(candidates: number): number {
  return candidates <= 1 ? 0 : candidates <= 3 ? 2 : 10;
}

/** What a callee costs that comes out of a container under a key nobody knows. */
const ELEMENT = 10;
/** What a callee costs of which only the name is known. */
const BY_NAME = 10;

export type Found = Omit<Callee, 'cost'>;

/** A callee whose cost is not settled yet. */
type Graded = Found & { cost: number };

/**
 * Callees without doubles, each with its cost. Only alternatives count against each other: what a call runs in turn
 * (`__new__` and `__init__`, `__iter__` and `__next__`, `map` and the function it is given) is certain together.
 */
function graded(f: Flow, all: readonly Activation[], op: OpId, found: readonly Graded[]): readonly Callee[] {
  const element = isElement(all[0]!, op, f.summarises !== undefined) ? ELEMENT : 0;
  if (found.length === 1) {
    found[0]!.cost = element;
    return found;
  }
  const distinct = new Map<string, Graded>();
  for (const callee of found) {
    const key = calleeKey(f, callee.token);
    if (!distinct.has(key)) distinct.set(key, callee);
  }
  const direct = directKeys(f, all, op);
  const roles = new Map<string, number>();
  const roleOf = (key: string, token: Token) => (direct.has(key) ? '' : roleName(f, token));
  for (const [key, { token }] of distinct) {
    const role = roleOf(key, token);
    roles.set(role, (roles.get(role) ?? 0) + 1);
  }
  const least = Math.max(element, candidateCost(direct.size));
  const targets = direct.size > 1 ? definitionTargets(f, [...distinct.values()]) : undefined;
  for (const [key, callee] of distinct) {
    const role = roleOf(key, callee.token);
    if (targets && direct.has(key)) {
      callee.cost = Math.max(element, candidateCost(beside(targets, callee, direct.size)));
    } else callee.cost = role === '' ? least : Math.max(least, candidateCost(roles.get(role)!));
  }
  return [...distinct.values()];
}

/** Of so many candidates those that may be meant on a target on which this one is. */
function beside(targets: ReadonlyMap<Found, TargetMask>, callee: Found, candidates: number): number {
  const own = targets.get(callee) ?? ALL_TARGETS;
  let elsewhere = 0;
  for (const [other, mask] of targets) if (other !== callee && meet(mask, own) === NO_TARGETS) elsewhere++;
  return candidates - elsewhere;
}

/** Targets of functions that are defined under conditions on the target; `undefined`: there are none among these. */
function definitionTargets(f: Flow, callees: readonly Found[]): ReadonlyMap<Found, TargetMask> | undefined {
  const targets = new Map<Found, TargetMask>();
  for (const callee of callees) {
    const { values, activations } = f.p;
    const kind = values.kind(callee.token);
    const token = kind === VALUE.boundMethod ? (values.x(callee.token) as Token) : callee.token;
    if (values.kind(token) !== VALUE.function) continue;
    const id = values.x(token) as FunctionId;
    const { guard } = activations.facts(id);
    if (guard === 0) continue;
    const mask = guardsOf(f).targets(activations.fileOfFunction(id), guard);
    if (mask !== ALL_TARGETS) targets.set(callee, mask);
  }
  return targets.size > 0 ? targets : undefined;
}

const guardsByFlow = new WeakMap<Flow, Guards>();

function guardsOf(f: Flow): Guards {
  let guards = guardsByFlow.get(f);
  if (!guards) {
    guards = new Guards(f);
    guardsByFlow.set(f, guards);
  }
  return guards;
}

const keysByFlow = new WeakMap<Flow, Map<Token, string>>();

/** Two names of one object are one candidate; a function of the project is one in all its contexts. */
export function calleeKey(f: Flow, token: Token): string {
  let keys = keysByFlow.get(f);
  if (!keys) {
    keys = new Map();
    keysByFlow.set(f, keys);
  }
  let key = keys.get(token);
  if (key === undefined) {
    key = newKey(f, token);
    keys.set(token, key);
  }
  return key;
}

function newKey(f: Flow, token: Token): string {
  const { values } = f.p;
  switch (values.kind(token)) {
    case VALUE.library:
      return f.p.canonical(f.p.text(values.x(token)));
    case VALUE.libraryMethod: {
      const receiver = values.y(token) as Token;
      const name = callableNames(f, f.p.text(values.x(token)))[0] ?? '';
      return values.kind(receiver) === VALUE.container ? `${name} of ${values.y(receiver)}` : name;
    }
    case VALUE.function:
      return `function ${values.x(token)}`;
    case VALUE.boundMethod:
      return calleeKey(f, values.x(token) as Token);
    case VALUE.instance:
      return `instance ${values.x(token)}`;
    default:
      return `value ${token}`;
  }
}

/** Kinds of value that a call does nothing with. */
const NOT_CALLED: ReadonlySet<number> = new Set([
  VALUE.module,
  VALUE.namespace,
  VALUE.text,
  VALUE.container,
  VALUE.generator,
  VALUE.manager,
  VALUE.super,
]);

/** What the callee expression of a call may be, by `calleeKey`. */
export function directKeys(f: Flow, all: readonly Activation[], op: OpId): ReadonlySet<string> {
  const keys = new Set<string>();
  const { facts } = all[0]!.file;
  if (facts.kind[op] !== OP.Call) return keys;
  for (const activation of all) {
    for (const token of f.p.solver.at(f.p.node(activation, facts.a[op] as OpId))) {
      if (!NOT_CALLED.has(f.p.values.kind(token))) keys.add(calleeKey(f, token));
    }
  }
  return keys;
}

/** The part that a callee plays beside the value called: a protocol method by its name, or a callback. */
function roleName(f: Flow, token: Token): string {
  const { values } = f.p;
  const kind = values.kind(token);
  let name = '';
  if (kind === VALUE.function) name = f.p.activations.facts(values.x(token) as FunctionId).name;
  else if (kind === VALUE.library || kind === VALUE.libraryMethod) name = f.p.text(values.x(token));
  const last = name.slice(name.lastIndexOf('.') + 1);
  return last.startsWith('__') && last.endsWith('__') ? last : 'callback';
}

/** What the cost of a callee of an op is made of. */
export function costsOf(activation: Activation, op: OpId, cost: number): readonly CostPart[] {
  if (cost === 0) return NO_COSTS;
  if (cost === candidateCost(2)) return FEW;
  return isElement(activation, op) ? FROM_CONTAINER : MANY;
}

/** Of a way that is certain. */
export const NO_COSTS: readonly CostPart[] = [];
const FEW: readonly CostPart[] = [{ cost: candidateCost(2), cause: 'few-candidates' }];
const MANY: readonly CostPart[] = [{ cost: candidateCost(4), cause: 'many-candidates' }];
const FROM_CONTAINER: readonly CostPart[] = [{ cost: ELEMENT, cause: 'container-element' }];

/** `for f in handlers: f()`, `table[name]()`; in a summarised library `for h in handlers: h.handle()` too. */
function isElement({ file: { facts } }: Activation, op: OpId, ofMethods = false): boolean {
  if (facts.kind[op] !== OP.Call) return false;
  const callee = facts.a[op]!;
  if (facts.kind[callee] === OP.Iterate) return true;
  if (ofMethods && facts.kind[callee] === OP.Attribute) return facts.kind[facts.a[callee]!] === OP.Iterate;
  return facts.kind[callee] === OP.Item && facts.kind[facts.b[callee]!] !== OP.Const;
}
