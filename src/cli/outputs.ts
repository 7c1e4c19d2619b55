import { UsageError } from '../config/usage-error.ts';
import type { CliIo } from './io.ts';

/** Writes a whole file. @throws UsageError if that is not possible. */
export async function writeOutput(
  io: CliIo,
  what: string,
  path: string,
  text: string | Uint8Array,
): Promise<void> {
  await io.writeFile(path, text).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${what} cannot be written to ${path}: ${reason}`);
  });
}
