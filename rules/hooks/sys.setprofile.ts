import type { EventRule } from '../../src/model/catalogue.ts';

export const sysSetprofile: EventRule = {
  code: 'PYA1806',
  event: 'sys.setprofile',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.setprofile',
      of: 'function',
      map: {},
    },
    {
      kind: 'call',
      api: 'sys._setprofileallthreads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
    },
    {
      kind: 'call',
      api: 'threading.setprofile_all_threads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
      python: true,
    },
    {
      kind: 'call',
      api: '_lsprof.Profiler.enable',
      aliases: ['cProfile.Profile.enable'],
      of: 'method',
      targets: '3.8-3.11',
      map: {},
    },
    {
      kind: 'call',
      api: 'profile.Profile.runcall',
      of: 'method',
      map: {},
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
