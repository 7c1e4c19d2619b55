import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const osListdir: EventRule = {
  code: 'PYA1417',
  event: 'os.listdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.listdir',
      aliases: ['os.listdir', 'nt.listdir'],
      of: 'function',
      map: { path: { from: ['arg:0', 'kw:path'], default: NONE } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
