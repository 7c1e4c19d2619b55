import type { TomlNode } from '../toml/node.ts';
import type { Kind, ReadContext } from './kind.ts';
import { choice, wrongType } from './scalars.ts';

/** A report that goes to a file. */
export interface FileOutput<Format extends string> {
  readonly format: Format;
  readonly path: string;
}

function output<Format extends string>(
  node: TomlNode,
  formats: readonly Format[],
  context: ReadContext,
): FileOutput<Format> | undefined {
  if (node.kind !== 'string') return wrongType(node, 'FORMAT=FILE', context);
  const [word, ...rest] = node.value.split('=');
  const path = rest.join('=');
  if (path === '') {
    const example = `${formats[0]}=report.${formats[0]}`;
    context.problem(
      node.at,
      `${context.subject} wants FORMAT=FILE, as in ${example}; it got \`${node.value}\``,
    );
    return undefined;
  }
  const format = choice(formats).read({ kind: 'string', value: word!, at: node.at }, context);
  return format && { format, path };
}

/** Reports that go to files, each to its own. */
export const outputs = <Format extends string>(
  formats: readonly Format[],
): Kind<readonly FileOutput<Format>[]> => ({
  takes: 'several',
  label: 'FORMAT=FILE',
  read: (node, context) => {
    if (node.kind !== 'array') return wrongType(node, 'a list of FORMAT=FILE', context);
    const read = node.items.flatMap((item) => output(item, formats, context) ?? []);
    const twice = read.find(({ path }, index) => read.findIndex((other) => other.path === path) !== index);
    if (twice) context.problem(node.at, `two reports cannot go to one file: ${twice.path}`);
    return read;
  },
  plain: (values) => values.map(({ format, path }) => `${format}=${path}`),
  schema: { type: 'array', items: { type: 'string' } },
});
