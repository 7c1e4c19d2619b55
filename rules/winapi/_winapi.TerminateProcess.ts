import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiTerminateProcess: EventRule = {
  code: 'PYA1024',
  event: '_winapi.TerminateProcess',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'handle' }, { name: 'exit_code' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.TerminateProcess',
      of: 'function',
      map: { handle: ['arg:0'], exit_code: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
