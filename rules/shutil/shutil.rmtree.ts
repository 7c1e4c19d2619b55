import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const shutilRmtree: EventRule = {
  code: 'PYA1446',
  event: 'shutil.rmtree',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'dir_fd', versions: '3.11-3.15' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.rmtree',
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], dir_fd: { from: ['kw:dir_fd'], default: NONE } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
