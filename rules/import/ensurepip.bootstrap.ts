import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const ensurepipBootstrap: EventRule = {
  code: 'PYA1501',
  event: 'ensurepip.bootstrap',
  category: 'import',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'root' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ensurepip.bootstrap',
      of: 'function',
      map: { root: { from: ['kw:root'], default: NONE } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
