import type { EventRule } from '../../src/model/catalogue.ts';
import { str } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      distinctive: true,
      example: py`
        def greet():
            pass
        def leave():
            pass
        greet.__code__ = leave.__code__  # raises
      `,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__defaults__',
      when: [{ operand: ['value'], is: 'not-none' }],
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      distinctive: true,
      example: py`
        def greet(name='you'):
            pass
        greet.__defaults__ = ('all',)  # raises
      `,
    },
    {
      kind: 'set',
      api: 'types.FunctionType.__kwdefaults__',
      when: [{ operand: ['value'], is: 'not-none' }],
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      distinctive: true,
      example: py`
        def greet(*, name='you'):
            pass
        greet.__kwdefaults__ = {'name': 'all'}  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.type.__name__',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      example: py`
        class Box:
            pass
        Box.__name__ = 'Crate'  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.type.__qualname__',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      example: py`
        class Box:
            pass
        Box.__qualname__ = 'Crate'  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.type.__module__',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      example: py`
        class Box:
            pass
        Box.__module__ = 'crates'  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.type.__bases__',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      distinctive: true,
      example: py`
        class Old:
            pass
        class New:
            pass
        class Box(Old):
            pass
        Box.__bases__ = (New,)  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.type.__doc__',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      example: py`
        class Box:
            """A box."""
        Box.__doc__ = 'A crate.'  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.type.__type_params__',
      targets: '3.12-3.15',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      example: py`
        class Box:
            pass
        Box.__type_params__ = ()  # raises
      `,
    },
    {
      kind: 'set',
      api: 'builtins.object.__class__',
      map: { obj: ['self'], name: ['attribute'], value: ['value'] },
      example: py`
        class Box:
            pass
        class Crate:
            pass
        box = Box()
        box.__class__ = Crate  # raises
      `,
    },
  ],
  docs: {
    summary: 'A sensitive attribute of a function, a class or an object is set.',
    meaning:
      'Assigning `__code__` replaces what a function does, `__bases__` and `__class__` change inheritance ' +
      'and type, the others only names and texts; the value is passed, so a hook can tell. Ordinary ' +
      "assignment and a class's own `__setattr__` never raise it. Assigning None to `__defaults__` or " +
      '`__kwdefaults__` comes as `object.__delattr__`.',
    page: 'reference/datamodel.html#object.__setattr__',
    cwe: [915],
    nearMiss: py`
      def greet():
          pass


      class Box:
          pass


      greet.__name__ = 'hello'
      greet.__doc__ = 'Greets.'
      Box.size = 3
    `,
  },
};
