import { onOff, path, text } from '../kinds/scalars.ts';
import { option } from './option.ts';

const shared = { group: 'accepted', commands: ['check'] } as const;
const WRITES = 'it writes files: give it on the command line';

/** Findings that somebody has looked at and let stand. */
export const accepted = {
  baseline: option({
    ...shared,
    kind: path('FILE'),
    describe: 'the findings that are accepted already; only others count',
    default: undefined,
    otherwise: 'none',
  }),
  'write-baseline': option({
    ...shared,
    kind: onOff,
    describe: 'accept everything that is shown: write the baseline (pyaudit-baseline.jsonl)',
    default: false,
    flagOnly: WRITES,
  }),
  'prune-baseline': option({
    ...shared,
    kind: onOff,
    describe: 'take findings that are gone out of the baseline',
    default: false,
    flagOnly: WRITES,
  }),
  'baseline-commit': option({
    ...shared,
    kind: text('REV'),
    describe: 'only what is new since a git revision; REV... is where the branch left it',
    default: undefined,
    otherwise: 'none',
    flagOnly: 'it differs by run: give it on the command line',
  }),
  'add-ignore': option({
    ...shared,
    kind: onOff,
    describe: 'write a suppression comment for everything that is shown',
    default: false,
    flagOnly: WRITES,
  }),
  yes: option({
    group: 'accepted',
    commands: ['init'],
    kind: onOff,
    describe: 'write the files without asking',
    default: false,
    flagOnly: 'it belongs to one command: give it on the command line',
  }),
  reason: option({
    ...shared,
    kind: text('TEXT'),
    describe: 'the reason that --add-ignore writes',
    default: undefined,
    otherwise: 'none',
    flagOnly: 'it belongs to one run: give it on the command line',
  }),
  'require-reasons': option({
    ...shared,
    kind: onOff,
    describe: 'a suppression comment without a reason is a finding',
    default: false,
  }),
  'show-accepted': option({
    ...shared,
    kind: onOff,
    describe: 'also show what comments and the baseline accept, marked as such (SARIF: suppressions)',
    default: false,
  }),
} as const;
