import type { EventRule } from '../../src/model/catalogue.ts';

export const marshalDumps: EventRule = {
  code: 'PYA1601',
  event: 'marshal.dumps',
  category: 'serialization',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'value' }, { name: 'version' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'marshal.dumps',
      of: 'function',
      map: { value: ['arg:0'], version: ['arg:1'] },
    },
    {
      kind: 'call',
      api: 'marshal.dump',
      of: 'function',
      map: { value: ['arg:0'], version: ['arg:2'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
