import type { EventRule } from '../../src/model/catalogue.ts';

export const signalPthreadKill: EventRule = {
  code: 'PYA1017',
  event: 'signal.pthread_kill',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'thread_id' }, { name: 'signalnum' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_signal.pthread_kill',
      aliases: ['signal.pthread_kill'],
      of: 'function',
      map: { thread_id: ['arg:0'], signalnum: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
