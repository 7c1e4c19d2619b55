import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const osScandir: EventRule = {
  code: 'PYA1428',
  event: 'os.scandir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.scandir',
      aliases: ['os.scandir', 'nt.scandir'],
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
