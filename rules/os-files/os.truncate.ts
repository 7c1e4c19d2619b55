import type { EventRule } from '../../src/model/catalogue.ts';

export const osTruncate: EventRule = {
  code: 'PYA1431',
  event: 'os.truncate',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'length' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.truncate',
      aliases: ['os.truncate', 'nt.truncate'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], length: ['arg:1', 'kw:length'] },
    },
    {
      kind: 'call',
      api: 'posix.ftruncate',
      aliases: ['os.ftruncate', 'nt.ftruncate'],
      of: 'function',
      map: { path: ['arg:0'], length: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
