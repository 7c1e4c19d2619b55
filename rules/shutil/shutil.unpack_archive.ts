import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const shutilUnpackArchive: EventRule = {
  code: 'PYA1447',
  event: 'shutil.unpack_archive',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'filename' }, { name: 'extract_dir' }, { name: 'format' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.unpack_archive',
      of: 'function',
      map: {
        filename: ['arg:0', 'kw:filename'],
        extract_dir: { from: ['arg:1', 'kw:extract_dir'], default: NONE },
        format: { from: ['arg:2', 'kw:format'], default: NONE },
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
