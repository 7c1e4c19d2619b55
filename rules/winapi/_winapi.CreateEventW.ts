import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreateEventW: EventRule = {
  code: 'PYA1903',
  event: '_winapi.CreateEventW',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'manual_reset' }, { name: 'initial_state' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateEventW',
      of: 'function',
      map: {
        manual_reset: ['arg:1', 'kw:manual_reset'],
        initial_state: ['arg:2', 'kw:initial_state'],
        name: ['arg:3', 'kw:name'],
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
