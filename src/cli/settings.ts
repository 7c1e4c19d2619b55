import { flagLayer } from '../config/from-flags.ts';
import { Problems } from '../config/problems.ts';
import { chosenVersions } from '../config/python-version.ts';
import { ResolvedOptions } from '../config/resolve.ts';
import type { DependencySettings, Scope } from '../config/settings.ts';
import { selectorProblem } from '../lint/select.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { PLATFORMS, type TargetMask, targetMask, VERSIONS } from '../model/targets.ts';
import type { CommandLine } from './arguments.ts';
import type { CliIo } from './io.ts';

/**
 * Every option with what holds of it for this command line.
 * @throws UsageError that tells of every mistake, a line each.
 */
export function readOptions(line: CommandLine, { rules }: RaiserTable): ResolvedOptions {
  const problems = new Problems();
  const known = (selector: string): string | undefined => selectorProblem(selector, rules);
  const flags = flagLayer(line.command, line.flags, problems, known);
  problems.raise();
  return new ResolvedOptions([flags]);
}

export interface ChosenTargets {
  readonly targets: TargetMask;
  readonly versionsGiven: boolean;
  /** Versions asked for that the data does not know yet. */
  readonly newer: readonly string[];
}

/** The targets asked for; all where nothing is said. */
export function chosenTargets(options: ResolvedOptions): ChosenTargets {
  const text = options.get('python-version');
  const { versions, newer } = text === undefined ? { versions: VERSIONS, newer: [] } : chosenVersions(text);
  const given = options.get('platform');
  const targets = targetMask(versions, given.length > 0 ? given : PLATFORMS);
  return { targets, versionsGiven: text !== undefined, newer };
}

/** Where installed packages are looked for. */
function dependencySettings(options: ResolvedOptions, env: CliIo['env']): DependencySettings {
  const environment = options.get('venv');
  return {
    leftOut: !options.get('dependencies'),
    sitePackages: options.get('site-packages'),
    ...(environment === undefined ? {} : { environment }),
    ...(env.VIRTUAL_ENV ? { active: env.VIRTUAL_ENV } : {}),
  };
}

/** What is analysed, and for which targets: the same for every command that analyses. */
export function scopeOf(
  paths: readonly string[],
  options: ResolvedOptions,
  env: CliIo['env'],
): Scope & Pick<ChosenTargets, 'newer'> {
  return { paths, ...chosenTargets(options), dependencies: dependencySettings(options, env) };
}
