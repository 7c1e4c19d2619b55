import type { Host } from '../host/host.ts';
import type { ConfiguredRaiser } from '../model/configured-raiser.ts';
import { contradictions } from './contradictions.ts';
import { type Configuration, findConfiguration, namedConfiguration } from './files/load.ts';
import { pairSection } from './files/pairs.ts';
import { type GivenSettings, valueSection } from './files/values.ts';
import { flagLayer } from './from-flags.ts';
import type { SelectorCheck } from './kinds/kind.ts';
import type { Command } from './options/option.ts';
import { Problems } from './problems.ts';
import { ResolvedOptions } from './resolve.ts';

/** A command line, taken apart. */
export interface CommandFlags {
  readonly command: Command;
  /** By flag, without dashes: the words given for it, in order. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/** Commands that say the same in every project. */
const OF_THE_CATALOGUE: readonly Command[] = ['events', 'api', 'explain', 'completion'];

/** Takes every selector: which there are is known when the raisers are. */
const ANY: SelectorCheck = { problem: () => undefined, exact: () => undefined };

/**
 * What the configuration says of callables; the events that it names are there for selectors. Mistakes are told of by
 * `readConfiguration`. The catalogue's commands ask, too, and a broken file keeps nothing from them.
 */
export function configuredRaisers(
  { flags, command }: CommandFlags,
  host: Host,
  given?: GivenSettings,
): readonly ConfiguredRaiser[] {
  const asking = OF_THE_CATALOGUE.includes(command) ? 'check' : command;
  return layers({ flags, command: asking }, host, ANY, new Problems(), given).raisers;
}

const isPair = (word: string): boolean => word.includes('=');

/**
 * Every option with what holds of it: defaults, configuration files, overrides for some files, `--config KEY=VALUE`,
 * what a program passes, flags; the later, the stronger.
 *
 * @param given settings by key, where a program asks
 * @throws UsageError that tells of every mistake, a line each.
 */
export function readConfiguration(
  { command, flags }: CommandFlags,
  host: Host,
  selectors: SelectorCheck,
  given?: GivenSettings,
): ResolvedOptions {
  const problems = new Problems();
  const resolved = layers({ command, flags }, host, selectors, problems, given);
  contradictions(resolved, problems);
  problems.raise();
  return resolved;
}

function layers(
  { command, flags }: CommandFlags,
  host: Host,
  selectors: SelectorCheck,
  problems: Problems,
  given?: GivenSettings,
): ResolvedOptions {
  const layer = flagLayer(command, flags, host.directory, problems, selectors);
  const options = new ResolvedOptions({ files: [] }, [], layer);
  const words = options.get('config');
  const loading = { host, problems, selectors };
  const named = words.filter((word) => !isPair(word));
  if (named.length > 1)
    problems.add('', `--config takes one file; of ${named.join(' and ')} let one extend the other`);
  if (named.length > 0 && options.get('isolated'))
    problems.add('', '--isolated reads no configuration file, and --config names one; give one of the two');
  const pairs = words.filter(isPair).flatMap((pair) => pairSection(pair, host, problems, selectors) ?? []);
  const passed = given && valueSection(given, host, problems, selectors);
  if (passed) pairs.push(passed);
  let configuration: Configuration = { files: [] };
  if (named[0] !== undefined) configuration = namedConfiguration(named[0], loading);
  // the catalogue is the same everywhere, and helps to mend a broken file
  else if (!options.get('isolated') && !OF_THE_CATALOGUE.includes(command))
    configuration = findConfiguration(loading);
  return new ResolvedOptions(configuration, pairs, layer);
}
