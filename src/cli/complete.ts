import { ruleName } from '../lint/own-rules.ts';
import { namedRules } from '../lint/select.ts';
import type { Composition } from './io.ts';
import { COMMANDS, COMMON_FLAGS, type Command, FLAGS } from './options.ts';

/** The flag with which the script of `completion` asks for words. */
export const COMPLETION_FLAG = '--get-completions';

async function eventNames(parts: Composition): Promise<string[]> {
  const { rules } = await parts.table();
  return namedRules(rules).flatMap((rule) => [ruleName(rule), rule.code]);
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
  const last = before.at(-1) ?? '';
  const flag = last.startsWith('--') ? FLAGS[command][last.slice(2)] : undefined;
  if (flag?.choices) return fits(flag.choices);
  if (flag?.value === 'EVENTS') return fits(await eventNames(parts));
  if (flag && !flag.boolean) return [];
  if (current.startsWith('-'))
    return fits([...Object.keys(FLAGS[command]), ...COMMON_FLAGS].map((name) => `--${name}`));
  if (command === 'explain' || command === 'events') return fits(await eventNames(parts));
  return before.length === 0 ? fits(COMMANDS) : [];
}
