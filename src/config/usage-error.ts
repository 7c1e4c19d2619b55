/** Something the user asked for that cannot be done; the message says what to do. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
