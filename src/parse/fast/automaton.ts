import { ACCEPTING, ACTIONS, COLUMNS, GOTOS, PRODUCTIONS, STATES } from '../generated/tables.ts';
import { TOKEN_COUNT } from '../generated/terms.ts';
import { SAME_ROW, unpack } from './packing.ts';

/**
 * The grammar's automaton as dense tables. An action is 0 (error), n > 0 (shift to state n - 1), or n < 0 (reduce by
 * production -n - 1).
 */
export interface Automaton {
  /** [state * TOKEN_COUNT + token] */
  readonly actions: Int16Array;
  /** [state * COLUMNS + column of a nonterminal] */
  readonly gotos: Uint16Array;
  /** Of each production: frames it takes off the stack; node type it makes, or 0; its nonterminal's column. */
  readonly depths: Uint8Array;
  readonly nodes: Uint8Array;
  readonly columns: Uint8Array;
  readonly accepting: ReadonlySet<number>;
}

let made: Automaton | undefined;

/** The automaton, unpacked at the first call. */
export function automaton(): Automaton {
  made ??= build();
  return made;
}

function build(): Automaton {
  const productions = unpack(PRODUCTIONS);
  const count = productions.length / 3;
  const depths = new Uint8Array(count);
  const nodes = new Uint8Array(count);
  const columns = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    depths[index] = productions[3 * index]!;
    nodes[index] = productions[3 * index + 1]!;
    columns[index] = productions[3 * index + 2]!;
  }
  return { actions: actions(), gotos: gotos(), depths, nodes, columns, accepting: new Set(ACCEPTING) };
}

function actions(): Int16Array {
  const table = new Int16Array(STATES * TOKEN_COUNT);
  const packed = unpack(ACTIONS);
  let at = 0;
  for (let state = 0; state < STATES; state++) {
    const row = state * TOKEN_COUNT;
    const always = packed[at++]!;
    if (always === SAME_ROW) {
      const earlier = packed[at++]! * TOKEN_COUNT;
      table.copyWithin(row, earlier, earlier + TOKEN_COUNT);
      continue;
    }
    if (always > 0) table.fill(-always, row, row + TOKEN_COUNT);
    for (let left = packed[at++]!; left > 0; left--) {
      const token = packed[at++]!;
      const value = packed[at++]!;
      table[row + (token >> 1)] = token & 1 ? -value : value + 1;
    }
  }
  return table;
}

function gotos(): Uint16Array {
  const table = new Uint16Array(STATES * COLUMNS);
  const packed = unpack(GOTOS);
  let at = 0;
  for (let state = 0; state < STATES; state++) {
    const count = packed[at++]!;
    if (count === SAME_ROW) {
      const earlier = packed[at++]! * COLUMNS;
      table.copyWithin(state * COLUMNS, earlier, earlier + COLUMNS);
      continue;
    }
    for (let left = count; left > 0; left--) {
      const column = packed[at++]!;
      table[state * COLUMNS + column] = packed[at++]!;
    }
  }
  return table;
}
