import { CONFIDENCES, PROVENANCES } from '../../model/finding.ts';
import { levels } from '../kinds/levels.ts';
import { list } from '../kinds/list.ts';
import { choice, selector } from '../kinds/scalars.ts';
import { PRESETS, SHOWN_LEVELS } from '../settings.ts';
import { option } from './option.ts';

const shared = { group: 'shown', commands: ['check'], perFile: true } as const;

/** Which findings are shown, and how loud. */
export const shown = {
  preset: option({
    ...shared,
    kind: choice(PRESETS, 'NAME'),
    describe: 'which tiers are shown at which level',
    default: 'recommended',
  }),
  select: option({
    ...shared,
    kind: list(selector),
    describe: 'only these: codes, events, globs (PYA10*, socket.*), category:NAME',
    default: [],
    otherwise: 'all',
    extendable: true,
  }),
  ignore: option({
    ...shared,
    kind: list(selector),
    describe: 'not these; as select',
    default: [],
    otherwise: 'none',
    extendable: true,
  }),
  levels: option({
    ...shared,
    flag: 'level',
    kind: levels,
    describe: 'levels of events, globs, codes and categories, in place of those of the preset',
    default: [],
    otherwise: 'none',
  }),
  allow: option({
    ...shared,
    kind: list(selector),
    describe: 'events that are allowed: these are not shown, all others that would be are errors',
    default: undefined,
    otherwise: 'there is no such list',
    extendable: true,
  }),
  'min-level': option({
    ...shared,
    kind: choice(SHOWN_LEVELS, 'LEVEL'),
    describe: 'show findings from this level up',
    default: 'note',
  }),
  'min-confidence': option({
    ...shared,
    kind: choice(CONFIDENCES, 'GRADE'),
    describe: 'show findings from this confidence up',
    default: undefined,
    otherwise: 'what the preset says',
  }),
  provenance: option({
    ...shared,
    kind: list(choice(PROVENANCES, 'NAMES')),
    describe: 'show findings of these provenances',
    default: [],
    otherwise: 'all',
  }),
} as const;
