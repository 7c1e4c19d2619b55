import type { TomlNode } from '../toml/node.ts';
import type { Kind, ReadContext } from './kind.ts';
import { wrongType } from './scalars.ts';

/**
 * Several values of a kind, in order. `whole`: a flag's value is not split at commas (paths and globs may have some
 * in them).
 */
export const list = <Value>(item: Kind<Value>, whole?: 'whole'): Kind<readonly Value[]> => ({
  takes: whole ? 'several' : 'list',
  ...(item.label ? { label: item.label } : {}),
  ...(item.choices ? { choices: item.choices } : {}),
  read: (node, context) => {
    if (node.kind !== 'array') return wrongType(node, 'a list, as in ["...", "..."]', context);
    const values = node.items.map((part) => [part, item.read(part, context)] as const);
    return once(
      values.filter((pair): pair is readonly [TomlNode, Value] => pair[1] !== undefined),
      item,
      context,
    );
  },
  plain: (values) => values.map((value) => item.plain(value)),
  schema: { type: 'array', items: item.schema, uniqueItems: true },
});

/** Each value once: a second of the same is a slip in a file, and nothing on the command line. */
function once<Value>(
  values: readonly (readonly [TomlNode, Value])[],
  item: Kind<Value>,
  context: ReadContext,
): Value[] {
  const seen = new Map<unknown, Value>();
  for (const [node, value] of values) {
    const plain = item.plain(value);
    if (seen.has(plain) && !context.isFlag)
      context.problem(node.at, `${context.subject} has \`${String(plain)}\` twice; remove one`);
    else seen.set(plain, value);
  }
  return [...seen.values()];
}
