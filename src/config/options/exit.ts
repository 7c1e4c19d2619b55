import { choice } from '../kinds/scalars.ts';
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
} as const;
