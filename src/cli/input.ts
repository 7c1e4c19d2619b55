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

/** The whole of what is read where no path is named. */
const HERE = ['.'];

/** What the settings say of what is read: the paths named, or all around them where the report is about those alone. */
export function inputSettings(
  words: readonly string[],
  options: ResolvedOptions,
  input: StandardInput | undefined,
): Pick<Scope, 'paths' | 'input' | 'reportOnly' | 'missingIsFine' | 'forceExclude'> {
  const named = words.map((word) => (word === STANDARD_INPUT && input ? input.file : word));
  const isWhole = options.get('whole-project');
  const only = [...options.get('report-only'), ...(isWhole ? named : [])];
  return {
    paths: isWhole || named.length === 0 ? HERE : named,
    ...(input ? { input } : {}),
    ...(only.length > 0 ? { reportOnly: only } : {}),
    ...(options.get('errors-on-unmatched') ? {} : { missingIsFine: true }),
    ...(options.get('force-exclude') ? { forceExclude: true } : {}),
  };
}
