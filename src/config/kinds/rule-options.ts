import { plainValue, type TomlNode } from '../toml/node.ts';
import type { Kind } from './kind.ts';
import { wrongType } from './scalars.ts';

/** Options of rules, by the rule's name, as they are written; each rule checks its own. */
export type RuleOptions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const EXAMPLE = '`[tool.pyaudit-lint.rule-options.outside-argument]` with `sources = ["mylib.request"]`';

/** Tables of options under names of rules. A stronger source's table replaces that of the same rule. */
export const ruleOptions: Kind<RuleOptions> = {
  takes: 'one',
  read: (node: TomlNode, context) => {
    if (node.kind !== 'table') return wrongType(node, `a table per rule, as in ${EXAMPLE}`, context);
    const found: Record<string, Record<string, unknown>> = {};
    for (const [rule, { value }] of node.entries) {
      if (value.kind === 'table') found[rule] = plainValue(value) as Record<string, unknown>;
      else wrongType(value, `a table for \`${rule}\`, as in ${EXAMPLE}`, context);
    }
    return found;
  },
  plain: (value) => value,
  merge: (weaker, stronger) => ({ ...weaker, ...stronger }),
  schema: { type: 'object', additionalProperties: { type: 'object' } },
};
