import type { LRParser } from '@lezer/lr';

/**
 * The internals of an LRParser that hold its automaton. The layout is the one of @lezer/lr 1.4, file version 14; it
 * is read here, when tables are generated, and nowhere at run time.
 */
interface Automaton {
  readonly states: Uint32Array;
  readonly data: Uint16Array;
  readonly maxTerm: number;
  readonly minRepeatTerm: number;
  readonly eofTerm: number;
  getGoto(state: number, term: number): number;
}

const STATE_SIZE = 6;
const SLOT = { flags: 0, actions: 1, defaultReduce: 4 };
const ACCEPTING = 2;
const END = 0xffff;
const NEXT = 1;
const REDUCE = 1 << 16;
const REPEAT = 1 << 17;
const STAY = 1 << 18;
const DEPTH_SHIFT = 19;

/** A reduction: how many frames it takes off the stack, and the term it makes. */
export interface Production {
  readonly depth: number;
  readonly term: number;
}

export interface Tables {
  readonly states: number;
  /** Per state: token -> action; positive: shift to that state less 1; negative: reduce by that production less 1. */
  readonly rows: readonly ReadonlyMap<number, number>[];
  /** Per state the reduction it makes whatever comes, or 0; coded as in `rows`. */
  readonly always: readonly number[];
  readonly productions: readonly Production[];
  /** Per state: nonterminal -> state. */
  readonly gotos: readonly ReadonlyMap<number, number>[];
  readonly accepting: readonly number[];
}

/**
 * Reads the automaton out of a parser and shortens it: a state that can only rename its one frame to a nameless
 * nonterminal is skipped, so that `x` becomes an expression without a reduction. Trees are the same.
 * @throws Error if the tables hold something a deterministic loop cannot run (a second action, a skipped rule).
 */
export function tablesOf(parser: LRParser): Tables {
  const automaton = parser as unknown as Automaton;
  const states = automaton.states.length / STATE_SIZE;
  const productions: Production[] = [];
  const numbers = new Map<number, number>();
  const reduction = (action: number): number => {
    if (action & STAY) throw new Error('a skipped rule: the fast driver knows none');
    const term = action & 0xffff;
    const key = action & ~REPEAT;
    let number = numbers.get(key);
    if (number === undefined) {
      number = productions.push({ depth: action >> DEPTH_SHIFT, term });
      numbers.set(key, number);
    }
    return -number;
  };
  const always = range(states).map((state) => {
    const action = slot(automaton, state, SLOT.defaultReduce);
    return action === 0 ? 0 : reduction(action);
  });
  const gotos = range(states).map((state) => gotosOf(automaton, state));
  const rows = range(states).map((state) => {
    const row = new Map<number, number>();
    if (always[state] !== 0) return row;
    for (const [token, action] of actionsOf(automaton, state)) {
      if (row.has(token)) throw new Error(`two actions in state ${state}`);
      row.set(token, action & REDUCE ? reduction(action) : action + 1);
    }
    return row;
  });
  shorten(automaton, { always, productions, gotos, rows });
  const accepting = range(states).filter((state) => slot(automaton, state, SLOT.flags) & ACCEPTING);
  return { states, rows, always, productions, gotos, accepting };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function slot(automaton: Automaton, state: number, index: number): number {
  return automaton.states[state * STATE_SIZE + index]!;
}

function* actionsOf(automaton: Automaton, state: number): Generator<[number, number]> {
  const { data } = automaton;
  for (let at = slot(automaton, state, SLOT.actions); ; at += 3) {
    if (data[at] === END) {
      if (data[at + 1] !== NEXT) {
        if (data[at + 1] !== 0) throw new Error('an unknown end of an action list');
        return;
      }
      at = data[at + 2]! | (data[at + 3]! << 16);
      if (data[at] === END) {
        at -= 3;
        continue;
      }
    }
    yield [data[at]!, data[at + 1]! | (data[at + 2]! << 16)];
  }
}

function gotosOf(automaton: Automaton, state: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let term = 0; term <= automaton.maxTerm; term++) {
    const target = automaton.getGoto(state, term);
    if (target >= 0) found.set(term, target);
  }
  return found;
}

/** Follows states that only rename, in gotos and in shifts. */
function shorten(
  automaton: Automaton,
  tables: Pick<Tables, 'always' | 'productions'> & {
    gotos: Map<number, number>[];
    rows: Map<number, number>[];
  },
): void {
  const { always, productions, gotos, rows } = tables;
  const settle = (from: number, to: number): number => {
    for (;;) {
      const action = always[to]!;
      const production = action === 0 ? undefined : productions[-action - 1]!;
      if (production?.depth !== 1 || production.term < automaton.minRepeatTerm) return to;
      const next = gotos[from]!.get(production.term);
      if (next === undefined) throw new Error(`no goto from state ${from} on term ${production.term}`);
      to = next;
    }
  };
  for (let state = 0; state < gotos.length; state++) {
    for (const [term, target] of gotos[state]!) gotos[state]!.set(term, settle(state, target));
    for (const [token, action] of rows[state]!) {
      if (action > 0) rows[state]!.set(token, settle(state, action - 1) + 1);
    }
  }
}
