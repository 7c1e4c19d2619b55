import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet(name='you'):
            pass
        del greet.__defaults__  # raises
      `,
    },
    {
      kind: 'delete',
      api: 'types.FunctionType.__kwdefaults__',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet(*, name='you'):
            pass
        del greet.__kwdefaults__  # raises
      `,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__defaults__',
      when: [{ operand: ['value'], is: 'none' }],
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet(name='you'):
            pass
        greet.__defaults__ = None  # raises
      `,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__kwdefaults__',
      when: [{ operand: ['value'], is: 'none' }],
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet(*, name='you'):
            pass
        greet.__kwdefaults__ = None  # raises
      `,
    },
  ],
  docs: {
    summary: 'The defaults of a function are removed.',
    meaning:
      'Only two attributes of functions can raise it: `__defaults__` and `__kwdefaults__`, by `del` or by ' +
      'assigning None. Ordinary `delattr` on instances, modules and classes never does, nor does a ' +
      "class's own `__delattr__`.",
    page: 'reference/datamodel.html#object.__delattr__',
    nearMiss: py`
      class Box:
          pass


      box = Box()
      box.__defaults__ = 1
      del box.__defaults__
    `,
  },
};
