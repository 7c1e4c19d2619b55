import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const shutilMakeArchive: EventRule = {
  code: 'PYA1444',
  event: 'shutil.make_archive',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'base_name' }, { name: 'format' }, { name: 'root_dir' }, { name: 'base_dir' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.make_archive',
      of: 'function',
      map: {
        base_name: ['arg:0', 'kw:base_name'],
        format: ['arg:1', 'kw:format'],
        root_dir: { from: ['arg:2', 'kw:root_dir'], default: NONE },
        base_dir: { from: ['arg:3', 'kw:base_dir'], default: NONE },
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
