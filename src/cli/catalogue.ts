import { configuredRaisers } from '../config/configuration.ts';
import { UsageError } from '../config/usage-error.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { CommandLine } from './arguments.ts';
import type { Composition } from './io.ts';

/** The catalogue with the events of the configuration; without them where it has mistakes, which `check` tells of. */
export async function catalogue(line: CommandLine, parts: Composition): Promise<RaiserTable> {
  const raisers = configuredRaisers(line, await parts.host());
  return parts.table(undefined, raisers).catch((error: unknown) => {
    if (error instanceof UsageError) return parts.table();
    throw error;
  });
}
