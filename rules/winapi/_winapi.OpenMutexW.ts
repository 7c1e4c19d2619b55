import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiOpenMutexW: EventRule = {
  code: 'PYA1906',
  event: '_winapi.OpenMutexW',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'desired_access' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.OpenMutexW',
      of: 'function',
      map: { desired_access: ['arg:0', 'kw:desired_access'], name: ['arg:2', 'kw:name'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
