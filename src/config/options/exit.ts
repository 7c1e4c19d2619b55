import { choice, count, onOff } from '../kinds/scalars.ts';
import { FAIL_LEVELS } from '../settings.ts';
import { option } from './option.ts';

const shared = { group: 'exit', commands: ['check'] } as const;

/** What the exit status says. */
export const exit = {
  'fail-on': option({
    ...shared,
    kind: choice(FAIL_LEVELS, 'LEVEL'),
    describe: 'exit with 1 from this level up',
    default: 'warning',
  }),
  'max-findings': option({
    ...shared,
    kind: count,
    describe: 'exit with 1 only if more findings than this reach the level of fail-on',
    default: 0,
  }),
  'fail-on-skipped': option({
    ...shared,
    kind: onOff,
    describe: 'exit with 2 if a file could not be read or does not parse; else it is a limit alone',
    default: false,
  }),
  'exit-zero': option({
    ...shared,
    kind: onOff,
    describe: 'exit with 0 whatever is found; with 2 for trouble all the same',
    default: false,
    flagOnly: 'a gate is opened where all can see it',
  }),
} as const;
