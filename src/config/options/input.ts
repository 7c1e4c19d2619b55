import { list } from '../kinds/list.ts';
import { onOff, path } from '../kinds/scalars.ts';
import { option } from './option.ts';

const shared = { group: 'files', commands: ['check'] } as const;
const ONE_RUN = 'it is for one run: give it on the command line';

/** What a run is given to read, beside paths, and which part of it the report is about. */
export const input = {
  'stdin-filename': option({
    ...shared,
    kind: path('FILE'),
    describe: 'the file that standard input (path -) stands for',
    default: undefined,
    otherwise: '<stdin>',
    flagOnly: ONE_RUN,
  }),
  'report-only': option({
    ...shared,
    kind: list(path('FILE'), 'whole'),
    describe: 'analyse all paths, and report on these files and folders only',
    default: [],
    otherwise: 'all',
    flagOnly: ONE_RUN,
  }),
  'whole-project': option({
    ...shared,
    kind: onOff,
    describe: 'analyse the current directory, and report on the paths that are named, as hooks need it',
    default: false,
    flagOnly: ONE_RUN,
  }),
  'errors-on-unmatched': option({
    ...shared,
    kind: onOff,
    describe: 'exit with 2 for a named path that does not exist',
    default: true,
    flagOnly: ONE_RUN,
  }),
  'force-exclude': option({
    ...shared,
    kind: onOff,
    describe: 'leave out named paths too where excludes or .gitignore say so, as pre-commit needs it',
    default: false,
  }),
} as const;
