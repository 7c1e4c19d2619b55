/** Why bytes are no facts that this build could use. */
export type FactsErrorReason = 'foreign' | 'other-build' | 'truncated' | 'corrupt';

/** Thrown for bytes that cannot be decoded; whoever reads a cache then lowers the file anew. */
export class FactsError extends Error {
  readonly reason: FactsErrorReason;

  constructor(reason: FactsErrorReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'FactsError';
    this.reason = reason;
  }
}
