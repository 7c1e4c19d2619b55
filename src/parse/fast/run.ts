import { COLUMNS } from '../generated/tables.ts';
import * as T from '../generated/terms.ts';
import type { Tokens } from '../lexer/tokens.ts';
import { automaton } from './automaton.ts';
import { type Frames, growFrames, growRecords, newFrames, newRecords, type Records } from './records.ts';

/** `error`: index of the first token that no module can have there, or -1; then `records` is the whole tree. */
export interface Run {
  readonly records: Records;
  readonly error: number;
}

// Kept between runs: a run is synchronous, and its caller copies what it needs.
const frames: Frames = newFrames(1024);
const records: Records = newRecords(16_384);
/** Arrays beyond this many entries are let go after a run. */
const KEEP = 1 << 22;

/**
 * A deterministic LR parser without error recovery. Ends of nodes are as in Lezer: where the last token with a width
 * or a node ended, so that a node never reaches over blanks behind it. No recursion; time and memory linear.
 */
export function run(tokens: Tokens): Run {
  const { actions, gotos, depths, nodes, columns, accepting } = automaton();
  const { kinds, starts, ends, count } = tokens;
  let { states, starts: frameStarts, records: frameRecords } = frames;
  let { types, from, to, sizes } = records;
  let made = 0;
  let top = 0;
  let state = 0;
  let reached = 0;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index]!;
    if (kind === T.Comment) continue;
    let action = actions[state * T.TOKEN_COUNT + kind]!;
    while (action < 0) {
      const production = -1 - action;
      const depth = depths[production]!;
      const node = nodes[production]!;
      if (depth === 0) {
        // Only a node without content: an empty parameter list. It stands before the token that shows it.
        reached = starts[index]!;
        if (top === states.length) {
          growFrames(frames);
          ({ states, starts: frameStarts, records: frameRecords } = frames);
        }
        states[top] = state;
        frameStarts[top] = reached;
        frameRecords[top++] = made;
      } else {
        top -= depth - 1;
        state = states[top - 1]!;
      }
      if (node > 0) {
        if (made === types.length) {
          growRecords(records);
          ({ types, from, to, sizes } = records);
        }
        types[made] = node;
        from[made] = frameStarts[top - 1]!;
        to[made] = reached;
        sizes[made] = made - frameRecords[top - 1]! + 1;
        made++;
      }
      state = gotos[state * COLUMNS + columns[production]!]!;
      action = actions[state * T.TOKEN_COUNT + kind]!;
    }
    if (action === 0) {
      if (kind === T.eof && accepting.has(state)) break;
      records.count = made;
      return { records, error: index };
    }
    if (top === states.length) {
      growFrames(frames);
      ({ states, starts: frameStarts, records: frameRecords } = frames);
    }
    const start = starts[index]!;
    const end = ends[index]!;
    states[top] = state;
    frameStarts[top] = start;
    frameRecords[top++] = made;
    state = action - 1;
    if (kind < T.eof) {
      if (made === types.length) {
        growRecords(records);
        ({ types, from, to, sizes } = records);
      }
      types[made] = kind;
      from[made] = start;
      to[made] = end;
      sizes[made++] = 1;
      reached = end;
    } else if (end > start) reached = end;
  }
  records.count = made;
  return { records, error: -1 };
}

/** Lets the driver's arrays go if a huge file has made them huge; what `run` gave is void after that. */
export function trim(): void {
  if (records.types.length > KEEP) Object.assign(records, newRecords(16_384));
  if (frames.states.length > KEEP) Object.assign(frames, newFrames(1024));
}
