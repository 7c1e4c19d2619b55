import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE } from '../../src/model/constant.ts';

export const globGlob2: EventRule = {
  code: 'PYA1435',
  event: 'glob.glob/2',
  category: 'filesystem',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pathname' }, { name: 'recursive' }, { name: 'root_dir' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'glob.iglob',
      of: 'function',
      map: {
        pathname: ['arg:0', 'kw:pathname'],
        recursive: { from: ['kw:recursive'], default: FALSE },
        root_dir: { from: ['kw:root_dir'], default: NONE },
        dir_fd: { from: ['kw:dir_fd'], default: NONE },
      },
      python: true,
    },
    {
      kind: 'call',
      api: 'glob.glob',
      of: 'function',
      map: {
        pathname: ['arg:0', 'kw:pathname'],
        recursive: { from: ['kw:recursive'], default: FALSE },
        root_dir: { from: ['kw:root_dir'], default: NONE },
        dir_fd: { from: ['kw:dir_fd'], default: NONE },
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
