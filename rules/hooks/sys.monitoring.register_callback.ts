import type { EventRule } from '../../src/model/catalogue.ts';

export const sysMonitoringRegisterCallback: EventRule = {
  code: 'PYA1805',
  event: 'sys.monitoring.register_callback',
  category: 'debugging',
  raised: '3.12-3.15',
  documented: '3.13-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'func' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.monitoring.register_callback',
      of: 'function',
      map: { func: ['arg:2'] },
    },
    {
      kind: 'call',
      api: '_lsprof.Profiler.enable',
      aliases: ['cProfile.Profile.enable'],
      of: 'method',
      map: { func: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
