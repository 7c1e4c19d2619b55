import { type FileFacts, type FunctionFacts, GUARD, type GuardId, OP } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Activation, ActivationId, FunctionId } from '../solve/activations.ts';
import { PairMap } from '../solve/pair-map.ts';
import type { Site } from '../solve/propagation.ts';
import type { Token } from '../solve/values.ts';
import { argumentOutlines, type Solving } from './arguments.ts';
import { Configurations } from './configurations.ts';
import { outlineOf, type Surroundings, truthOf } from './outlines.ts';

/** Branches that a call decides against; `id` numbers the set within the program. */
export interface Decision {
  readonly id: number;
  readonly dead: ReadonlySet<number>;
}

/** A function with its receiver, as called. */
export interface DecidedCall {
  readonly fn: Token;
  readonly receiver: Token | undefined;
}

/** A condition that what is known of parameters and attributes of the receiver may decide, with the guards it opens. */
interface Question {
  readonly condition: number;
  readonly guards: readonly { readonly id: number; readonly when: boolean }[];
}

const NO_PARAMETERS: Surroundings['parameters'] = new Map();

/** Which branches of a function a call rules out: `if fn is None` where one is given. */
export class Decisions {
  readonly configurations = new Configurations();
  private readonly questions = new Map<FunctionId, readonly Question[]>();
  private readonly decisions = new Map<string, Decision>();
  private readonly contexts = new PairMap(1 << 6);
  private readonly byActivation = new Map<ActivationId, Decision>();
  /** One call of each function that some call decides. */
  private readonly byFunction = new Map<FunctionId, DecidedCall>();
  private readonly taken = new Set<FunctionId>();

  /**
   * What a call decides.
   *
   * @param isOwn the call has a context of its own, so that what it passes counts
   */
  of(
    f: Solving,
    id: FunctionId,
    site: Site,
    receiver: Token | undefined,
    isOwn: boolean,
  ): Decision | undefined {
    const fields = receiver === undefined ? undefined : this.configurations.fieldsOf(receiver);
    if (!isOwn && !fields) return undefined;
    const { facts } = f.p.activations.fileOfFunction(id);
    const fn = f.p.activations.facts(id);
    const questions = this.questionsOf(id, facts, fn);
    if (questions.length === 0) return undefined;
    const self = fn.parameters[0]?.op;
    const around: Surroundings = {
      parameters: isOwn
        ? argumentOutlines(f, facts, fn, site, receiver === undefined ? 0 : 1)
        : NO_PARAMETERS,
      ...(fields && self !== undefined ? { fields: { self, of: fields } } : {}),
    };
    const dead: number[] = [];
    for (const { condition, guards } of questions) {
      const truth = truthOf(outlineOf(facts, f.stores, condition, around));
      if (truth === undefined) continue;
      for (const guard of guards) if (guard.when !== truth) dead.push(guard.id);
    }
    return dead.length > 0 ? this.numbered(dead) : undefined;
  }

  /** The context for a call with such a decision, within the context that it would have without. */
  context(f: Solving, context: number, { id }: Decision): number {
    let own = this.contexts.get(context + 1, id);
    if (own === undefined) {
      own = f.p.newSite();
      this.contexts.set(context + 1, id, own);
    }
    return own;
  }

  note({ id, function: called }: Activation, decision: Decision, call: DecidedCall): void {
    this.byActivation.set(id, decision);
    if (!this.byFunction.has(called)) this.byFunction.set(called, call);
  }

  /** Functions of which some op lies under a branch that every call rules out, each once: code out of sight decides. */
  takeUncovered(f: Solving): readonly DecidedCall[] {
    const found: DecidedCall[] = [];
    for (const [id, call] of this.byFunction) {
      const ruledOut = f.p.activations.of(id).map((each) => this.byActivation.get(each.id)?.dead);
      const [first] = ruledOut;
      const isUncovered = (guard: number) => ruledOut.every((dead) => dead?.has(guard));
      if (this.taken.has(id) || !first || ![...first].some(isUncovered)) continue;
      this.taken.add(id);
      found.push(call);
    }
    return found;
  }

  /** Guards whose ops never run in an activation; undefined: nothing is decided. */
  deadIn(activation: ActivationId): ReadonlySet<number> | undefined {
    return this.byActivation.get(activation)?.dead;
  }

  private numbered(dead: readonly number[]): Decision {
    const key = dead.join();
    let known = this.decisions.get(key);
    if (!known) {
      known = { id: this.decisions.size, dead: new Set(dead) };
      this.decisions.set(key, known);
    }
    return known;
  }

  private questionsOf(id: FunctionId, facts: FileFacts, fn: FunctionFacts): readonly Question[] {
    let known = this.questions.get(id);
    if (!known) {
      const found: Question[] = [];
      const guards = guardsOf(facts);
      // there are as many functions as conditions: to go through all of a file for each would be a square
      for (let at = firstFrom(guards, fn.start); at < guards.length && guards[at]!.condition < fn.end; at++) {
        if (mayBeDecided(facts, guards[at]!.condition, 0)) found.push(guards[at]!);
      }
      known = found.length > 0 ? found : NONE;
      this.questions.set(id, known);
    }
    return known;
  }
}

const NONE: readonly Question[] = [];

const known = new WeakMap<FileFacts, readonly Question[]>();

/** The conditions of a file with the guards that each opens, in order of conditions. */
function guardsOf(facts: FileFacts): readonly Question[] {
  let questions = known.get(facts);
  if (!questions) {
    const guards = new Map<number, { readonly id: GuardId; readonly when: boolean }[]>();
    for (const [id, { kind, condition, when }] of facts.guards.entries()) {
      if (kind !== GUARD.test || condition < 0) continue;
      const same = guards.get(condition);
      if (same) same.push({ id: id as GuardId, when });
      else guards.set(condition, [{ id: id as GuardId, when }]);
    }
    questions = [...guards]
      .map(([condition, opened]) => ({ condition, guards: opened }))
      .sort((a, b) => a.condition - b.condition);
    known.set(facts, questions);
  }
  return questions;
}

/** The first of the questions whose condition is not before an op. */
function firstFrom(questions: readonly Question[], op: number): number {
  let low = 0;
  let high = questions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (questions[middle]!.condition < op) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a condition asks for a parameter or an attribute of one. */
function mayBeDecided(facts: FileFacts, op: number, depth: number): boolean {
  if (op < 0 || depth > 4) return false;
  switch (facts.kind[op]) {
    case OP.Parameter:
      return true;
    case OP.Attribute:
      return facts.kind[facts.a[op]!] === OP.Parameter;
    case OP.Unary:
      return mayBeDecided(facts, facts.a[op]!, depth + 1);
    case OP.Compare:
    case OP.Boolean:
      return mayBeDecided(facts, facts.a[op]!, depth + 1) || mayBeDecided(facts, facts.b[op]!, depth + 1);
    case OP.Call:
      return (
        facts.kind[facts.a[op]!] === OP.LoadName &&
        mayBeDecided(facts, listOf(facts, facts.b[op]!)[2] ?? -1, depth + 1)
      );
    default:
      return false;
  }
}

/** Whether an op lies under a branch that is ruled out. */
export function isRuledOut(facts: FileFacts, guard: number, dead: ReadonlySet<number>): boolean {
  for (let id = guard; id !== 0; id = facts.guards[id]!.parent) if (dead.has(id)) return true;
  return false;
}
