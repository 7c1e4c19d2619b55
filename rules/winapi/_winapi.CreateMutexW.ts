import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreateMutexW: EventRule = {
  code: 'PYA1904',
  event: '_winapi.CreateMutexW',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'initial_owner' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateMutexW',
      of: 'function',
      map: { initial_owner: ['arg:1', 'kw:initial_owner'], name: ['arg:2', 'kw:name'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
