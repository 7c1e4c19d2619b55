import type { EventRule } from '../../src/model/catalogue.ts';

export const osStartfile: EventRule = {
  code: 'PYA1011',
  event: 'os.startfile',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'path' }, { name: 'operation' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.startfile',
      aliases: ['os.startfile'],
      of: 'function',
      map: { path: ['arg:0', 'kw:filepath'], operation: ['arg:1', 'kw:operation'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
