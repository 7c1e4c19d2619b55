import { configuredRaisers } from '../config/configuration.ts';
import { UsageError } from '../config/usage-error.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { CommandLine } from './arguments.ts';
import type { Composition } from './io.ts';
import { namedPlugins } from './plugin-rules.ts';

/** The catalogue with the rules of plugins and the events of the configuration; without them where it has mistakes, which `check` tells of. */
export async function catalogue(line: CommandLine, parts: Composition): Promise<RaiserTable> {
  const raisers = configuredRaisers(line, await parts.host());
  const rules = await namedPlugins(line, parts);
  return parts.table(rules, raisers).catch((error: unknown) => {
    if (error instanceof UsageError) return parts.table(rules);
    throw error;
  });
}
