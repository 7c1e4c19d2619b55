import type { EventRule } from '../../src/model/catalogue.ts';

export const execEvent: EventRule = {
  code: 'PYA1103',
  event: 'exec',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'code_object' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.exec',
      of: 'function',
      map: { code_object: null },
    },
    {
      kind: 'call',
      api: 'builtins.eval',
      of: 'function',
      map: { code_object: null },
    },
    {
      kind: 'interpreter',
      moment: 'run',
      api: 'main script, -c, interactive input',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
