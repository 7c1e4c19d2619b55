/**
 * What earlier runs have found out, by a name that says all it follows from: whatever is not there is found out anew,
 * so no method throws, and what is given back must be checked by whoever put it there.
 */
export interface Cache {
  /** What is kept under a name: hexadecimal digits, at least three. */
  read(name: string): Uint8Array | undefined;
  write(name: string, bytes: Uint8Array): void;
}

/** A cache that ends with the process; for tests. */
export class MemoryCache implements Cache {
  readonly kept = new Map<string, Uint8Array>();

  read(name: string): Uint8Array | undefined {
    return this.kept.get(name);
  }

  write(name: string, bytes: Uint8Array): void {
    this.kept.set(name, bytes);
  }
}
