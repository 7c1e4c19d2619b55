import type { EventRule } from '../../src/model/catalogue.ts';

export const osChflags: EventRule = {
  code: 'PYA1411',
  event: 'os.chflags',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['darwin'],
  arguments: [{ name: 'path' }, { name: 'flags' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chflags',
      aliases: ['os.chflags'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], flags: ['arg:1', 'kw:flags'] },
    },
    {
      kind: 'call',
      api: 'posix.lchflags',
      aliases: ['os.lchflags'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], flags: ['arg:1', 'kw:flags'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
