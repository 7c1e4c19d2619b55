import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const shutilChown: EventRule = {
  code: 'PYA1439',
  event: 'shutil.chown',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'user' }, { name: 'group' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.chown',
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        user: { from: ['arg:1', 'kw:user'], default: NONE },
        group: { from: ['arg:2', 'kw:group'], default: NONE },
      },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
