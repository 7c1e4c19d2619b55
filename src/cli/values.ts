import { chosenVersions } from '../config/python-version.ts';
import type { DependencySettings } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { nearest } from '../lint/nearest.ts';
import { PLATFORMS, type Platform, type TargetMask, targetMask, VERSIONS } from '../model/targets.ts';
import type { CommandLine } from './arguments.ts';
import type { CliIo } from './io.ts';

/** The one of `choices` that is written; else an error that names the nearest, or all of them. */
export function choice<T extends string>(flag: string, word: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === word);
  if (found !== undefined) return found;
  const near = choices.find((one) => word !== '' && one.startsWith(word)) ?? nearest(word, choices);
  const hint = near ? `did you mean \`${near}\`?` : `choose from ${choices.join(', ')}`;
  throw new UsageError(`--${flag} cannot be \`${word}\`; ${hint}`);
}

/** The flag's value, if it is given. */
export function optional<T extends string>(
  line: CommandLine,
  flag: string,
  choices: readonly T[],
): T | undefined {
  const [word] = line.values(flag);
  return word === undefined ? undefined : choice(flag, word, choices);
}

/** All values of a flag that may come several times. */
export const several = <T extends string>(line: CommandLine, flag: string, choices: readonly T[]): T[] =>
  line.values(flag).map((word) => choice(flag, word, choices));

export interface ChosenTargets {
  readonly targets: TargetMask;
  readonly versionsGiven: boolean;
  /** Versions asked for that the data does not know yet. */
  readonly newer: readonly string[];
}

/** What `--python-version` and `--platform` say; all targets where they are silent. */
export function chosenTargets(line: CommandLine): ChosenTargets {
  const [text] = line.values('python-version');
  const { versions, newer } = text === undefined ? { versions: VERSIONS, newer: [] } : chosenVersions(text);
  const given: Platform[] = several(line, 'platform', PLATFORMS);
  const targets = targetMask(versions, given.length > 0 ? given : PLATFORMS);
  return { targets, versionsGiven: text !== undefined, newer };
}

/** What the flags and the environment say of installed packages. */
export function dependencySettings(line: CommandLine, env: CliIo['env']): DependencySettings {
  const [environment] = line.values('venv');
  return {
    leftOut: line.given('no-dependencies'),
    sitePackages: line.values('site-packages'),
    ...(environment === undefined ? {} : { environment }),
    ...(env.VIRTUAL_ENV ? { active: env.VIRTUAL_ENV } : {}),
  };
}
