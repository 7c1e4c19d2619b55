import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE } from '../../src/model/constant.ts';

export const globGlob: EventRule = {
  code: 'PYA1434',
  event: 'glob.glob',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pathname' }, { name: 'recursive' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'glob.iglob',
      of: 'function',
      map: { pathname: ['arg:0', 'kw:pathname'], recursive: { from: ['kw:recursive'], default: FALSE } },
      python: true,
    },
    {
      kind: 'call',
      api: 'glob.glob',
      of: 'function',
      map: { pathname: ['arg:0', 'kw:pathname'], recursive: { from: ['kw:recursive'], default: FALSE } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
