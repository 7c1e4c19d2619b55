import { flagsOf } from '../config/options/index.ts';
import { COMMANDS, type Command } from '../config/options/option.ts';
import { namedRules } from '../lint/select.ts';
import { ruleName } from '../model/named-rule.ts';
import type { CommandLine } from './arguments.ts';
import { catalogue } from './catalogue.ts';
import { COMMON_FLAGS } from './flags.ts';
import type { Composition } from './io.ts';

/** The flag with which the script of `completion` asks for words. */
export const COMPLETION_FLAG = '--get-completions';

/** What the line is asked of: the configuration files as a run without flags reads them. */
const LINE: CommandLine = { command: 'events', words: [], flags: new Map() };

async function eventNames(parts: Composition): Promise<string[]> {
  const { named } = await catalogue(LINE, parts);
  return namedRules(named).flatMap((rule) => [ruleName(rule), rule.code]);
}

/** Modules of the library, what the one that is written already has, and callables of the configuration. */
async function callableNames(current: string, parts: Composition): Promise<readonly string[]> {
  const { configured = [] } = await catalogue(LINE, parts);
  const own = new Set(configured.map(({ api }) => api));
  return [...(await libraryNames(current)), ...own];
}

async function libraryNames(current: string): Promise<readonly string[]> {
  const [{ libraryModules }, { memberNames }] = await Promise.all([
    import('../stdlib/types/modules.ts'),
    import('../stdlib/types/member-names.ts'),
  ]);
  const modules = libraryModules();
  const written = modules.filter((module) => current.startsWith(`${module}.`));
  return [...modules, ...written.flatMap((module) => memberNames(module))];
}

/**
 * Words that may stand where the cursor is; none where a path may. `words`: the line up to the cursor, the program
 * first, the last perhaps unfinished.
 */
export async function completions(words: readonly string[], parts: Composition): Promise<string[]> {
  const current = words.at(-1) ?? '';
  const before = words.slice(1, -1);
  const command =
    before.find((word): word is Command => (COMMANDS as readonly string[]).includes(word)) ?? 'check';
  const fits = (all: readonly string[]): string[] => all.filter((word) => word.startsWith(current));
  const flags = flagsOf(command);
  const last = before.at(-1) ?? '';
  const flag = last.startsWith('--') ? flags.get(last.slice(2)) : undefined;
  if (flag?.option.kind.choices) return fits(flag.option.kind.choices);
  if (flag?.option.kind.label === 'EVENTS') return fits(await eventNames(parts));
  if (flag?.option.kind.label === 'CALLABLE') return fits(await callableNames(current, parts));
  if (flag && flag.gives === undefined) return [];
  if (current.startsWith('-')) return fits([...flags.keys(), ...COMMON_FLAGS].map((name) => `--${name}`));
  if (command === 'explain' || command === 'events') return fits(await eventNames(parts));
  if (command === 'api') return fits(await libraryNames(''));
  return before.length === 0 ? fits(COMMANDS) : [];
}
