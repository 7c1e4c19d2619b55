import { type Glob, globProblem } from '../globs.ts';
import type { Kind } from './kind.ts';
import { textOf } from './scalars.ts';

/** Files and folders by pattern, seen from the configuration file, on the command line from the current directory. */
export const glob: Kind<Glob> = {
  takes: 'one',
  label: 'GLOB',
  read: (node, context) => {
    const pattern = textOf(node, 'a glob, as in "tests/**"', context);
    if (pattern === undefined) return undefined;
    const problem = globProblem(pattern);
    if (!problem) return { pattern, folder: context.folder };
    context.problem(node.at, `${context.subject}: the glob \`${pattern}\` ${problem}`);
    return undefined;
  },
  plain: ({ pattern }) => pattern,
  schema: { type: 'string', minLength: 1 },
};
