import type { Kind } from '../kinds/kind.ts';
import { accepted } from './accepted.ts';
import { exit } from './exit.ts';
import { files } from './files.ts';
import { input } from './input.ts';
import type { AnyOption, Command } from './option.ts';
import { output } from './output.ts';
import { rules } from './rules.ts';
import { run } from './run.ts';
import { shown } from './shown.ts';
import { target } from './target.ts';

/** Every option of every command, by name. */
export const OPTIONS = {
  ...shown,
  ...accepted,
  ...exit,
  ...files,
  ...input,
  ...target,
  ...output,
  ...rules,
  ...run,
} as const;

export type OptionName = keyof typeof OPTIONS;

/** The type of an option's value once all is read. */
export type ValueOf<Name extends OptionName> =
  (typeof OPTIONS)[Name]['kind'] extends Kind<infer Value>
    ? undefined extends (typeof OPTIONS)[Name]['default']
      ? Value | undefined
      : Value
    : never;

export const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

export const isOptionName = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

export const optionOf = (name: OptionName): AnyOption => OPTIONS[name];

/** What a flag of a command sets. */
export interface Flag {
  readonly name: OptionName;
  readonly option: AnyOption;
  /** Of a switch: what it sets. */
  readonly gives?: boolean;
  /** `--extend-NAME`: adds to the list. */
  readonly adds?: true;
  /** Says what holds by default, against a configuration file; the help does not list it. */
  readonly isHidden?: true;
}

/** Flags by name, without dashes. A switch that is on by default is turned off by `no-NAME`. */
export function flagsOf(command: Command): ReadonlyMap<string, Flag> {
  const flags = new Map<string, Flag>();
  for (const name of OPTION_NAMES) {
    const option = optionOf(name);
    if (!option.commands.includes(command) || option.flag === false) continue;
    const flag = option.flag ?? name;
    if (option.kind.takes === 'nothing') {
      const [on, off] = [flag, `no-${flag}`];
      flags.set(option.default ? off : on, { name, option, gives: !option.default });
      if (option.flagOnly === undefined)
        flags.set(option.default ? on : off, {
          name,
          option,
          gives: Boolean(option.default),
          isHidden: true,
        });
    } else flags.set(flag, { name, option });
    if (option.extendable) flags.set(`extend-${flag}`, { name, option, adds: true });
  }
  return flags;
}
