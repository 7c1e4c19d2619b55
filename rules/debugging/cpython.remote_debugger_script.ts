import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRemoteDebuggerScript: EventRule = {
  code: 'PYA1802',
  event: 'cpython.remote_debugger_script',
  category: 'debugging',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'script_path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'another process calls sys.remote_exec',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
