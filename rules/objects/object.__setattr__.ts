import type { EventRule } from '../../src/model/catalogue.ts';
import { str } from '../../src/model/constant.ts';

export const objectSetattr: EventRule = {
  code: 'PYA1715',
  event: 'object.__setattr__',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'obj' }, { name: 'name' }, { name: 'value' }],
  tiers: [
    { tier: 'inventory', provenance: 'stdlib' },
    { tier: 'dangerous', when: [{ argument: 'name', is: { equals: str('__code__') } }] },
    { tier: 'inventory' },
  ],
  raisedBy: [
    {
      kind: 'set',
      api: 'types.FunctionType.__code__',
      map: { obj: ['self'], name: null, value: ['value'] },
      distinctive: true,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__defaults__',
      when: [{ operand: ['value'], is: 'not-none' }],
      map: { obj: ['self'], name: null, value: ['value'] },
      distinctive: true,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__kwdefaults__',
      when: [{ operand: ['value'], is: 'not-none' }],
      map: { obj: ['self'], name: null, value: ['value'] },
      distinctive: true,
    },
    {
      kind: 'set',
      api: 'builtins.type.__name__',
      map: { obj: ['self'], name: null, value: ['value'] },
    },
    {
      kind: 'set',
      api: 'builtins.type.__qualname__',
      map: { obj: ['self'], name: null, value: ['value'] },
    },
    {
      kind: 'set',
      api: 'builtins.type.__module__',
      map: { obj: ['self'], name: null, value: ['value'] },
    },
    {
      kind: 'set',
      api: 'builtins.type.__bases__',
      map: { obj: ['self'], name: null, value: ['value'] },
      distinctive: true,
    },
    {
      kind: 'set',
      api: 'builtins.type.__doc__',
      map: { obj: ['self'], name: null, value: ['value'] },
    },
    {
      kind: 'set',
      api: 'builtins.type.__type_params__',
      targets: '3.12-3.15',
      map: { obj: ['self'], name: null, value: ['value'] },
    },
    {
      kind: 'set',
      api: 'builtins.object.__class__',
      map: { obj: ['self'], name: null, value: ['value'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
