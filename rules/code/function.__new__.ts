import type { EventRule } from '../../src/model/catalogue.ts';

export const functionNew: EventRule = {
  code: 'PYA1104',
  event: 'function.__new__',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'code' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'types.FunctionType',
      aliases: ['types.LambdaType'],
      of: 'class',
      map: { code: ['arg:0', 'kw:code'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
