import type { TomlNode } from '../toml/node.ts';
import type { Kind, ReadContext } from './kind.ts';
import { wrongType } from './scalars.ts';

/** Each value once: a second of the same is a slip in a file, and nothing on the command line. */
function once<T>(values: readonly (readonly [TomlNode, T])[], context: ReadContext): T[] {
  const seen = new Set<T>();
  for (const [node, value] of values) {
    if (seen.has(value) && !context.isFlag)
      context.problem(node.at, `${context.subject} has \`${String(value)}\` twice; remove one`);
    seen.add(value);
  }
  return [...seen];
}

/**
 * Several values of a kind, in order. `whole`: a flag's value is not split at commas (paths and globs may have some
 * in them).
 */
export const list = <T extends string>(item: Kind<T>, whole?: 'whole'): Kind<readonly T[]> => ({
  takes: whole ? 'several' : 'list',
  ...(item.label ? { label: item.label } : {}),
  ...(item.choices ? { choices: item.choices } : {}),
  read: (node, context) => {
    if (node.kind !== 'array') return wrongType(node, 'a list, as in ["...", "..."]', context);
    const read = node.items.map((part) => [part, item.read(part, context)] as const);
    return once(
      read.flatMap(([part, value]) => (value === undefined ? [] : [[part, value] as const])),
      context,
    );
  },
  plain: (values) => values.map((value) => item.plain(value)),
  schema: { type: 'array', items: item.schema, uniqueItems: true },
});
