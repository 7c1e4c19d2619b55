import { list } from '../kinds/list.ts';
import { ruleOptions } from '../kinds/rule-options.ts';
import { path } from '../kinds/scalars.ts';
import { option } from './option.ts';

const shared = { group: 'configuration', commands: ['check'] } as const;

/** Rules beyond the audit event table. */
export const rules = {
  plugin: option({
    ...shared,
    commands: ['check', 'why', 'explain', 'init'],
    kind: list(path('FILE'), 'whole'),
    describe: 'run the rules of this JavaScript module too',
    default: [],
    otherwise: 'none',
    flagOnly: 'its code would run wherever this file is found: give it on the command line',
  }),
  'rule-options': option({
    ...shared,
    kind: ruleOptions,
    describe: 'options of rules, a table under the name of each',
    default: {},
    otherwise: 'none',
    flag: false,
  }),
} as const;
