import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreateNamedPipe: EventRule = {
  code: 'PYA1453',
  event: '_winapi.CreateNamedPipe',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'name' }, { name: 'open_mode' }, { name: 'pipe_mode' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateNamedPipe',
      of: 'function',
      map: { name: ['arg:0'], open_mode: ['arg:1'], pipe_mode: ['arg:2'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
