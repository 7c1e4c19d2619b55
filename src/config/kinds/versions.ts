import { chosenVersions } from '../python-version.ts';
import { UsageError } from '../usage-error.ts';
import type { Kind } from './kind.ts';
import { textOf, wrongType } from './scalars.ts';

const WANTED = 'versions, as in "3.13", "3.9-3.13" or a list';

/** Versions of CPython as written: `3.13`, `3.9-3.13`, or a list. */
export const versions: Kind<string> = {
  takes: 'one',
  label: 'VERSIONS',
  read: (node, context) => {
    const parts = node.kind === 'array' ? node.items : [node];
    const words = parts.map((part) => {
      if (part.kind !== 'float') return textOf(part, WANTED, context);
      return wrongType(part, `${WANTED}, in quotes: without them 3.10 is 3.1`, context);
    });
    if (words.some((word) => word === undefined)) return undefined;
    try {
      chosenVersions(words.join(','));
      return words.join(',');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.problem(node.at, `${context.subject}: ${error.message}`);
      return undefined;
    }
  },
  plain: (value) => value,
  schema: {
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
    examples: ['3.13', '3.9-3.13', ['3.11', '3.13']],
  },
};
