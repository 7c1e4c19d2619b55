import type { EventRule } from '../../src/model/catalogue.ts';

export const objectDelattr: EventRule = {
  code: 'PYA1713',
  event: 'object.__delattr__',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'obj' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'delete',
      api: 'types.FunctionType.__defaults__',
      map: { obj: ['self'], name: null },
      distinctive: true,
    },
    {
      kind: 'delete',
      api: 'types.FunctionType.__kwdefaults__',
      map: { obj: ['self'], name: null },
      distinctive: true,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__defaults__',
      when: [{ operand: ['value'], is: 'none' }],
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__kwdefaults__',
      when: [{ operand: ['value'], is: 'none' }],
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
