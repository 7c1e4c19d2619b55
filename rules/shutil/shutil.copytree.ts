import type { EventRule } from '../../src/model/catalogue.ts';

export const shutilCopytree: EventRule = {
  code: 'PYA1443',
  event: 'shutil.copytree',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.copytree',
      of: 'function',
      map: { src: ['arg:0', 'kw:src'], dst: ['arg:1', 'kw:dst'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
