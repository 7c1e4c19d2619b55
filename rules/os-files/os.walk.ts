import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE, TRUE } from '../../src/model/constant.ts';

export const osWalk: EventRule = {
  code: 'PYA1433',
  event: 'os.walk',
  category: 'filesystem',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'top' }, { name: 'topdown' }, { name: 'onerror' }, { name: 'followlinks' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'os.walk',
      of: 'function',
      targets: '3.9-3.11',
      map: {
        top: ['arg:0', 'kw:top'],
        topdown: { from: ['arg:1', 'kw:topdown'], default: TRUE },
        onerror: { from: ['arg:2', 'kw:onerror'], default: NONE },
        followlinks: { from: ['arg:3', 'kw:followlinks'], default: FALSE },
      },
      python: true,
    },
    {
      kind: 'call',
      api: 'os.walk',
      of: 'function',
      targets: '3.12-3.15',
      map: {
        top: ['arg:0', 'kw:top'],
        topdown: { from: ['arg:1', 'kw:topdown'], default: TRUE },
        onerror: { from: ['arg:2', 'kw:onerror'], default: NONE },
        followlinks: { from: ['arg:3', 'kw:followlinks'], default: FALSE },
      },
      deferred: 'iteration',
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
