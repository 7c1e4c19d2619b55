import type { EventRule } from '../../src/model/catalogue.ts';

export const sysCurrentFrames: EventRule = {
  code: 'PYA1702',
  event: 'sys._current_frames',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._current_frames',
      of: 'function',
      map: {},
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
