import { chosenVersions } from '../python-version.ts';
import type { TomlNode } from '../toml/node.ts';
import { UsageError } from '../usage-error.ts';
import type { Kind, ReadContext } from './kind.ts';
import { textOf } from './scalars.ts';

function version(node: TomlNode, context: ReadContext): string | undefined {
  const { subject, problem } = context;
  if (node.kind === 'float') {
    const read = node.value === Number.parseFloat(node.text) ? String(node.value) : node.text;
    problem(node.at, `${subject} wants quotes, "${node.text}": without them TOML reads the number ${read}`);
    return undefined;
  }
  const word = textOf(node, 'versions, as in "3.13" or "3.9-3.13"', context);
  if (word === undefined) return undefined;
  try {
    chosenVersions(word);
    return word;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problem(node.at, `${subject}: ${error.message}`);
    return undefined;
  }
}

/** Versions of CPython as written: `3.13`, `3.9-3.13`, or a list of such. */
export const versions: Kind<string> = {
  takes: 'one',
  label: 'VERSIONS',
  read: (node, context) => {
    const words = (node.kind === 'array' ? node.items : [node]).map((part) => version(part, context));
    if (words.length === 0)
      context.problem(node.at, `${context.subject} is empty; name a version or remove it`);
    return words.length === 0 || words.includes(undefined) ? undefined : words.join(',');
  },
  plain: (value) => value,
  schema: {
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
    examples: ['3.13', '3.9-3.13', ['3.11', '3.13']],
  },
};
