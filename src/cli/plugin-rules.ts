import type { ResolvedOptions } from '../config/resolve.ts';
import type { Rule } from '../lint/rule/contract.ts';
import { mayBeForeign } from '../lint/select.ts';
import type { NamedRule } from '../model/named-rule.ts';
import type { CommandLine } from './arguments.ts';
import type { Composition } from './io.ts';

/** Our rules beyond the table and those of the plugins that a command line names. */
export const rulesOf = ({ flags }: CommandLine, parts: Composition): Promise<readonly Rule[]> =>
  parts.rules(flags.get('plugin') ?? []);

/** The same where the command needs rules for nothing but their names: undefined, and nothing loads, without plugins. */
export const namedPlugins = (line: CommandLine, parts: Composition): Promise<readonly Rule[]> | undefined =>
  line.flags.has('plugin') ? rulesOf(line, parts) : undefined;

/** Tells of what the configuration says of rules that may be a plugin's, and are not here; undefined: it says nothing. */
export function foreignNotice(options: ResolvedOptions, rules: readonly NamedRule[]): string | undefined {
  const said = [
    ...options.get('select'),
    ...options.get('ignore'),
    ...options.get('levels').map(({ selector }) => selector),
    ...(options.get('allow') ?? []),
    ...Object.keys(options.get('rule-options')),
  ];
  const foreign = [...new Set(said)].filter((name) => mayBeForeign(name, rules));
  if (foreign.length === 0) return undefined;
  const names = foreign.map((name) => `\`${name}\``).join(', ');
  const verb = foreign.length === 1 ? 'names no rule' : 'name no rules';
  return `${names} of the configuration ${verb} of this run; if a plugin has what is meant, name it with --plugin`;
}
