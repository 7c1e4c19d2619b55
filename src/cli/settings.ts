import { readConfiguration } from '../config/configuration.ts';
import type { GivenSettings } from '../config/files/values.ts';
import { originText } from '../config/origin.ts';
import { chosenVersions } from '../config/python-version.ts';
import type { ResolvedOptions } from '../config/resolve.ts';
import type { DependencySettings, Judgement, Scope } from '../config/settings.ts';
import type { Host } from '../host/host.ts';
import { exactCode, mayBeForeign, selectorProblem } from '../lint/select.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { PLATFORMS, type TargetMask, targetMask, VERSIONS } from '../model/targets.ts';
import type { CommandLine } from './arguments.ts';
import type { CliIo } from './io.ts';

/**
 * Every option with what holds of it for this command line, and for what a program passes beside it.
 * @throws UsageError that tells of every mistake, a line each.
 */
export function readOptions(
  line: CommandLine,
  host: Host,
  { named }: RaiserTable,
  given?: GivenSettings,
): ResolvedOptions {
  const selectors = {
    problem: (selector: string, isFlag: boolean) =>
      !isFlag && mayBeForeign(selector, named) ? undefined : selectorProblem(selector, named),
    exact: (selector: string) => exactCode(selector, named),
  };
  return readConfiguration(line, host, selectors, given);
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

/**
 * The folder of what earlier runs found out: the one named, else that of the user's caches (XDG Base Directory
 * Specification 0.8: `XDG_CACHE_HOME` counts if it is absolute, else `~/.cache`; on Windows `LOCALAPPDATA`).
 */
function cacheFolder(options: ResolvedOptions, { env }: Pick<CliIo, 'env'>): string | undefined {
  if (!options.get('cache')) return undefined;
  const named = options.get('cache-dir');
  if (named !== undefined) return named;
  const caches = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : env.LOCALAPPDATA;
  if (caches) return `${caches}/pyaudit-lint`;
  return env.HOME ? `${env.HOME}/.cache/pyaudit-lint` : undefined;
}

/** What is analysed, and for which targets: the same for every command that analyses. */
export function scopeOf(
  paths: readonly string[],
  options: ResolvedOptions,
  env: CliIo['env'],
): Scope & Pick<ChosenTargets, 'newer'> {
  const cache = cacheFolder(options, { env });
  const [exclude, sourceRoots] = [options.get('exclude'), options.get('source-roots')];
  return {
    paths,
    ...chosenTargets(options),
    dependencies: dependencySettings(options, env),
    ...(cache === undefined ? {} : { cache }),
    ...(exclude.length > 0 ? { exclude } : {}),
    ...(options.get('default-excludes') ? {} : { noDefaultExcludes: true }),
    ...(sourceRoots.length > 0 ? { sourceRoots } : {}),
  };
}

/** How findings are judged. */
export function judgementOf(options: ResolvedOptions): Judgement {
  const minConfidence = options.get('min-confidence');
  const levels = options.get('levels');
  const allowed = options.get('allow');
  const source = options.origins('allow').map(originText).join(' and ');
  return {
    preset: options.get('preset'),
    select: options.get('select'),
    ignore: options.get('ignore'),
    ...(levels.length > 0 ? { levels } : {}),
    ...(allowed ? { allow: { events: allowed, source } } : {}),
    minLevel: options.get('min-level'),
    ...(minConfidence ? { minConfidence } : {}),
    provenances: options.get('provenance'),
  };
}
