import type { EventRule } from '../../src/model/catalogue.ts';

export const osChdir: EventRule = {
  code: 'PYA1410',
  event: 'os.chdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chdir',
      aliases: ['os.chdir', 'nt.chdir'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'] },
    },
    {
      kind: 'call',
      api: 'posix.fchdir',
      aliases: ['os.fchdir'],
      of: 'function',
      targets: '3.8-3.15/linux,darwin',
      map: { path: ['arg:0', 'kw:fd'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
