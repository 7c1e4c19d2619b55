import type { EventRule } from '../../src/model/catalogue.ts';

export const sysSettrace: EventRule = {
  code: 'PYA1807',
  event: 'sys.settrace',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.settrace',
      of: 'function',
      map: {},
    },
    {
      kind: 'call',
      api: 'sys._settraceallthreads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
    },
    {
      kind: 'call',
      api: 'threading.settrace_all_threads',
      of: 'function',
      targets: '3.12-3.15',
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
