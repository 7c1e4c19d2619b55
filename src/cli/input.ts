import type { ResolvedOptions } from '../config/resolve.ts';
import type { Scope, StandardInput } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { type CommandLine, STANDARD_INPUT } from './arguments.ts';
import type { CliIo } from './io.ts';

/** What a file is called whose name nobody tells. */
const NAMELESS = '<stdin>';

/**
 * Reads standard input where a path asks for it.
 * @throws UsageError for a name without a path, or the path twice.
 */
export async function standardInput(
  { words }: CommandLine,
  options: ResolvedOptions,
  io: CliIo,
): Promise<StandardInput | undefined> {
  const file = options.get('stdin-filename');
  const count = words.filter((word) => word === STANDARD_INPUT).length;
  if (count > 1) throw new UsageError('standard input (-) can be read once; name it once');
  if (count === 1) return { file: file ?? NAMELESS, bytes: await io.readInput() };
  if (file !== undefined)
    throw new UsageError(
      '--stdin-filename tells what the path - stands for, and that path is not given; add it',
    );
  return undefined;
}

/** What the settings say of what is read, beside the paths. */
export function inputSettings(
  options: ResolvedOptions,
  input: StandardInput | undefined,
): Pick<Scope, 'input' | 'reportOnly' | 'missingIsFine' | 'forceExclude'> {
  const only = options.get('report-only');
  return {
    ...(input ? { input } : {}),
    ...(only.length > 0 ? { reportOnly: only } : {}),
    ...(options.get('errors-on-unmatched') ? {} : { missingIsFine: true }),
    ...(options.get('force-exclude') ? { forceExclude: true } : {}),
  };
}
