import { glob } from '../kinds/glob.ts';
import { list } from '../kinds/list.ts';
import { onOff, path } from '../kinds/scalars.ts';
import { option } from './option.ts';

const shared = { group: 'files', commands: ['check', 'why', 'callgraph'] } as const;

/** Which files are analysed, and where their modules are found. */
export const files = {
  exclude: option({
    ...shared,
    kind: list(glob, 'whole'),
    describe: 'leave out files and folders met while walking; paths that are named stay',
    default: [],
    otherwise: 'none',
    extendable: true,
  }),
  'default-excludes': option({
    ...shared,
    kind: onOff,
    describe: 'leave out virtual environments, build output, caches and folders of other tools',
    default: true,
  }),
  'source-roots': option({
    ...shared,
    flag: 'source-root',
    kind: list(path('DIR'), 'whole'),
    describe: 'folders that imports start from',
    default: [],
    otherwise: 'folders above packages; those of project files, and src there',
  }),
} as const;
