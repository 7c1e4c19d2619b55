import type { EventRule } from '../../src/model/catalogue.ts';

export const sysRemoteExec: EventRule = {
  code: 'PYA1804',
  event: 'sys.remote_exec',
  category: 'debugging',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pid' }, { name: 'script_path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.remote_exec',
      of: 'function',
      map: { pid: ['arg:0', 'kw:pid'], script_path: ['arg:1', 'kw:script'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
