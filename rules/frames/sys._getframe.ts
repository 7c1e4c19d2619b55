import type { EventRule } from '../../src/model/catalogue.ts';

export const sysGetframe: EventRule = {
  code: 'PYA1703',
  event: 'sys._getframe',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'frame' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._getframe',
      of: 'function',
      map: { frame: null },
      returns: 'types.FrameType',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
