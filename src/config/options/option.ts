import type { Kind } from '../kinds/kind.ts';

export const COMMANDS = [
  'check',
  'why',
  'callgraph',
  'events',
  'api',
  'explain',
  'init',
  'completion',
] as const;
export type Command = (typeof COMMANDS)[number];

/** The headings of the help and of the documentation, in their order. */
export const GROUPS = {
  shown: 'What is shown',
  accepted: 'What is accepted',
  exit: 'Exit status',
  files: 'Files',
  target: 'Target',
  output: 'Output',
  configuration: 'Configuration',
} as const;
export type Group = keyof typeof GROUPS;

/**
 * One option, declared once: from here come the flags, the keys of configuration files, their checking, the JSON
 * schema, `--show-settings` and the documentation. Its name in the table is the key, and the flag unless `flag` says
 * otherwise.
 */
export interface Option<Value, Default extends Value | undefined> {
  readonly kind: Kind<Value>;
  /** A phrase for people: what it does, for whom. Without the default, which is added. */
  readonly describe: string;
  readonly default: Default;
  /** What holds where nothing is said, if the default's value does not tell. */
  readonly otherwise?: string;
  readonly group: Group;
  readonly commands: readonly Command[];
  /** The flag's name without dashes; `false`: no flag. */
  readonly flag?: string | false;
  /** Why it has no place in a configuration file, for whoever writes it there. Absent: it has. */
  readonly flagOnly?: string;
  /** What the flag alone stands for, where the word behind it is none of its values. */
  readonly bare?: string;
  /** Whether it may differ by file (`[[overrides]]`). */
  readonly perFile?: true;
  /** Whether `extend-NAME` adds to the list in place of setting it. */
  readonly extendable?: true;
}

export type AnyOption = Option<unknown, unknown>;

/** Declares an option; the value's type is that of its kind, and not undefined where there is a default. */
export const option = <Value, const Default extends Value | undefined>(
  declared: Option<Value, Default>,
): Option<Value, Default> => declared;
