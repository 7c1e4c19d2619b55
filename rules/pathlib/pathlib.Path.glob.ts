import type { EventRule } from '../../src/model/catalogue.ts';

export const pathlibPathGlob: EventRule = {
  code: 'PYA1436',
  event: 'pathlib.Path.glob',
  category: 'filesystem',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'pattern' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pathlib.Path.glob',
      of: 'method',
      targets: '3.9-3.12',
      map: { self: ['self'], pattern: ['arg:0', 'kw:pattern'] },
      deferred: 'iteration',
      python: true,
    },
    {
      kind: 'call',
      api: 'pathlib.Path.glob',
      of: 'method',
      targets: '3.13-3.15',
      map: { self: ['self'], pattern: ['arg:0', 'kw:pattern'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
