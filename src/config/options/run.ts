import { list } from '../kinds/list.ts';
import { onOff, path, text } from '../kinds/scalars.ts';
import { option } from './option.ts';

const shared = {
  group: 'configuration',
  commands: ['check', 'why', 'callgraph'],
  flagOnly: 'it is for one run',
} as const;

/** Which configuration holds, and what is shown of it. */
export const run = {
  config: option({
    ...shared,
    kind: list(text('FILE|KEY=VALUE'), 'whole'),
    describe: 'read this file and look for no other; or set one key, as in \'preset="all"\'',
    default: [],
    otherwise: 'the nearest pyaudit-lint.toml or pyproject.toml from here upward',
  }),
  isolated: option({
    ...shared,
    kind: onOff,
    describe: 'read no configuration file',
    default: false,
  }),
  cache: option({
    ...shared,
    kind: onOff,
    describe: 'keep what is found out of installed packages for the next run',
    default: true,
  }),
  'cache-dir': option({
    ...shared,
    kind: path('DIR'),
    describe: 'the folder it is kept in',
    default: undefined,
    otherwise: "pyaudit-lint in the user's folder of caches",
    flagOnly: 'a repository could bring a cache that says what it likes',
  }),
  'show-settings': option({
    ...shared,
    commands: ['check'],
    kind: onOff,
    describe: 'print every setting and where it comes from, for the paths that are files; analyse nothing',
    default: false,
  }),
  'show-files': option({
    ...shared,
    commands: ['check'],
    kind: onOff,
    describe: 'print the files that would be analysed, and what is left out; analyse nothing',
    default: false,
  }),
} as const;
