import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const osSpawn: EventRule = {
  code: 'PYA1010',
  event: 'os.spawn',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'mode' }, { name: 'path' }, { name: 'args' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.spawnv',
      aliases: ['os.spawnv'],
      of: 'function',
      map: { mode: ['arg:0'], path: ['arg:1'], args: ['arg:2'], env: { from: [], default: NONE } },
    },
    {
      kind: 'call',
      api: 'nt.spawnve',
      aliases: ['os.spawnve'],
      of: 'function',
      map: { mode: ['arg:0'], path: ['arg:1'], args: ['arg:2'], env: ['arg:3'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
