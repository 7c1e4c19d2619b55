/**
 * The nodes of a tree, children before their parent; comments are left to the tokens. The arrays are longer than
 * `count`, belong to the driver, and hold until its next run.
 */
export interface Records {
  count: number;
  /** Node type of the Lezer parser. */
  types: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  /** Number of records of the node's subtree, itself included. */
  sizes: Int32Array;
}

/** The LR stack: state, start of the text, and number of records below, per frame. */
export interface Frames {
  states: Int32Array;
  starts: Int32Array;
  records: Int32Array;
}

export function newRecords(size: number): Records {
  return {
    count: 0,
    types: new Uint8Array(size),
    from: new Int32Array(size),
    to: new Int32Array(size),
    sizes: new Int32Array(size),
  };
}

export function newFrames(size: number): Frames {
  return { states: new Int32Array(size), starts: new Int32Array(size), records: new Int32Array(size) };
}

export function growRecords(records: Records): void {
  records.types = bytes(records.types);
  records.from = integers(records.from);
  records.to = integers(records.to);
  records.sizes = integers(records.sizes);
}

export function growFrames(frames: Frames): void {
  frames.states = integers(frames.states);
  frames.starts = integers(frames.starts);
  frames.records = integers(frames.records);
}

function integers(old: Int32Array): Int32Array {
  const fresh = new Int32Array(old.length * 2);
  fresh.set(old);
  return fresh;
}

function bytes(old: Uint8Array): Uint8Array {
  const fresh = new Uint8Array(old.length * 2);
  fresh.set(old);
  return fresh;
}
