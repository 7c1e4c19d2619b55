import { createHash } from 'node:crypto';
import { decode } from '../../facts/decode.ts';
import { encode } from '../../facts/encode.ts';
import { FactsError } from '../../facts/encoding/facts-error.ts';
import type { FileFacts } from '../../facts/ir.ts';
import type { Cache } from '../../host/cache.ts';

/** Facts of files, kept by their bytes: equal files have equal facts, wherever they lie. */
export class KeptFacts {
  private readonly cache: Cache;
  /** What the tool is made of: another build makes other facts. */
  private readonly build: string;

  constructor(cache: Cache, build: string) {
    this.cache = cache;
    this.build = build;
  }

  /** The facts of a file with these bytes; `undefined` if they are not kept, or not as they were written. */
  read(bytes: Uint8Array): FileFacts | undefined {
    const kept = this.cache.read(this.nameOf(bytes));
    if (!kept) return undefined;
    try {
      return decode(kept, this.build);
    } catch (error) {
      // cut short, damaged or somebody else's: it is made and written anew
      if (error instanceof FactsError) return undefined;
      throw error;
    }
  }

  write(bytes: Uint8Array, facts: FileFacts): void {
    this.cache.write(this.nameOf(bytes), encode(facts, this.build));
  }

  private nameOf(bytes: Uint8Array): string {
    return createHash('sha256').update(`facts ${this.build}\n`).update(bytes).digest('hex');
  }
}
