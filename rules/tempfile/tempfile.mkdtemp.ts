import type { EventRule } from '../../src/model/catalogue.ts';

export const tempfileMkdtemp: EventRule = {
  code: 'PYA1448',
  event: 'tempfile.mkdtemp',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'fullpath' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'tempfile.mkdtemp',
      of: 'function',
      map: { fullpath: null },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
