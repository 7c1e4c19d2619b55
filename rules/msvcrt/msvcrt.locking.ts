import type { EventRule } from '../../src/model/catalogue.ts';

export const msvcrtLocking: EventRule = {
  code: 'PYA1406',
  event: 'msvcrt.locking',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'fd' }, { name: 'mode' }, { name: 'nbytes' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'msvcrt.locking',
      of: 'function',
      map: { fd: ['arg:0'], mode: ['arg:1'], nbytes: ['arg:2'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
