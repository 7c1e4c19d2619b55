import { type CommandFlags, readConfiguration } from '../../src/config/configuration.ts';
import type { ResolvedOptions } from '../../src/config/resolve.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { exactCode, selectorProblem } from '../../src/lint/select.ts';
import type { EventRule } from '../../src/model/catalogue.ts';
import { RULES } from '../report/sample.ts';

/** Files by path, the flags of a command line, and the current directory, which is `/proj` without. */
export interface Case {
  readonly files?: Readonly<Record<string, string>>;
  readonly flags?: Readonly<Record<string, string | readonly string[]>>;
  readonly directory?: string;
  readonly command?: CommandFlags['command'];
  readonly rules?: readonly EventRule[];
}

/** The options that a command line finds. */
export function configured({
  files = {},
  flags = {},
  directory = '/proj',
  command = 'check',
  rules = RULES,
}: Case): ResolvedOptions {
  const given = new Map(
    Object.entries(flags).map(([name, words]) => [name, typeof words === 'string' ? [words] : words]),
  );
  return readConfiguration({ command, flags: given }, new MemoryHost(files, directory), {
    problem: (selector) => selectorProblem(selector, rules),
    exact: (selector) => exactCode(selector, rules),
  });
}

/** The lines of the message that a mistaken configuration ends with. */
export function mistakes(given: Case): readonly string[] {
  try {
    configured(given);
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') return error.message.split('\n');
    throw error;
  }
  return [];
}
