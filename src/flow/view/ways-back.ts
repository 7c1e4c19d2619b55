import { NO_OP, type OpId } from '../../facts/ir.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { FunctionId } from '../solve/activations.ts';

/** A call whose result is followed into the function that it runs, and the call that was entered before it. */
export interface Entered {
  readonly file: ProgramFile;
  readonly op: OpId;
  readonly callee: FunctionId;
  readonly before: Entered | undefined;
  readonly depth: number;
}

/** An op of a file: a step on the way back from a value to where it comes from. */
export interface Step {
  readonly file: ProgramFile;
  readonly op: OpId;
  /** The way out of a function that was entered by a call leads to the arguments of that call alone. */
  readonly entered: Entered | undefined;
  /** How often the way has left for any caller, or any place that sets a field or variable. */
  readonly departures: number;
}

/** Values are followed through so many ops; beyond, origins are missed. */
const MOST_STEPS = 400;

/** Calls that are entered one in another; beyond, origins are missed. */
const DEEPEST = 4;

/**
 * Each departure takes together what different callers do, so that the way soon is one of no run; beyond, origins are
 * missed.
 */
const MOST_DEPARTURES = 2;

/** The steps of a search backward, each taken once: the nearest first. */
export class WaysBack {
  private readonly seen = new Set<string>();
  private readonly queue: Step[] = [];

  /** The next step; `undefined` at the end, or where there were too many. */
  next(): Step | undefined {
    const step = this.queue.shift();
    return this.seen.size < MOST_STEPS ? step : undefined;
  }

  /** Goes on at ops of the same function, or of one that is entered or left as `way` says. */
  push(
    { entered, departures }: Pick<Step, 'entered' | 'departures'>,
    file: ProgramFile,
    ...ops: readonly number[]
  ): void {
    const within = entered === undefined ? '' : `${entered.file.id}:${entered.op}/${entered.depth}`;
    for (const op of ops) {
      const key = `${file.id}:${op}:${within}`;
      if (op === NO_OP || op < 0 || this.seen.has(key)) continue;
      this.seen.add(key);
      this.queue.push({ file, op: op as OpId, entered, departures });
    }
  }

  /** Goes on where any caller, or any place that sets something, may be. */
  depart({ departures }: Step, file: ProgramFile, ...ops: readonly number[]): void {
    if (departures >= MOST_DEPARTURES) return;
    this.push({ entered: undefined, departures: departures + 1 }, file, ...ops);
  }

  /** Goes on at ops of a function that a step's call runs. */
  enter(
    { entered: before, departures, ...call }: Step,
    callee: FunctionId,
    file: ProgramFile,
    ops: readonly number[],
  ): void {
    const depth = (before?.depth ?? 0) + 1;
    if (depth > DEEPEST) return;
    const { file: from, op } = call;
    this.push({ entered: { file: from, op, callee, before, depth }, departures }, file, ...ops);
  }
}
