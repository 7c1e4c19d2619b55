import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const objectGetattr: EventRule = {
  code: 'PYA1714',
  event: 'object.__getattr__',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'obj' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'get',
      api: 'types.FunctionType.__code__',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet():
            pass
        greet.__code__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.FunctionType.__defaults__',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet(name='you'):
            pass
        greet.__defaults__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.FunctionType.__kwdefaults__',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet(*, name='you'):
            pass
        greet.__kwdefaults__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.FunctionType.__closure__',
      targets: '3.8',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet():
            pass
        greet.__closure__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.FunctionType.__globals__',
      targets: '3.8',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        def greet():
            pass
        greet.__globals__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.MethodType.__func__',
      targets: '3.8',
      map: { obj: ['self'], name: ['attribute'] },
      example: py`
        class Box:
            def open(self):
                pass
        method = Box().open
        method.__func__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.MethodType.__self__',
      targets: '3.8',
      map: { obj: ['self'], name: ['attribute'] },
      example: py`
        class Box:
            def open(self):
                pass
        method = Box().open
        method.__self__  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.FrameType.f_code',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        import sys
        frame = sys._getframe()
        frame.f_code  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.TracebackType.tb_frame',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        try:
            1 / 0
        except ZeroDivisionError as error:
            error.__traceback__.tb_frame  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.GeneratorType.gi_code',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        numbers = (n for n in range(3))
        numbers.gi_code  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.GeneratorType.gi_frame',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        numbers = (n for n in range(3))
        numbers.gi_frame  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.CoroutineType.cr_code',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        async def work():
            pass
        task = work()
        task.cr_code  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.CoroutineType.cr_frame',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        async def work():
            pass
        task = work()
        task.cr_frame  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.AsyncGeneratorType.ag_code',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        async def work():
            yield
        stream = work()
        stream.ag_code  # raises
      `,
    },
    {
      kind: 'get',
      api: 'types.AsyncGeneratorType.ag_frame',
      map: { obj: ['self'], name: ['attribute'] },
      distinctive: true,
      example: py`
        async def work():
            yield
        stream = work()
        stream.ag_frame  # raises
      `,
    },
  ],
  docs: {
    summary: 'A sensitive attribute of a function, frame, traceback or generator is read.',
    meaning:
      'A short fixed list of attributes of C types raises it: those that lead to code objects and frames, ' +
      "and so out of a sandbox. All other attribute access, a class's `__getattr__` and `frame.f_back`, " +
      "`f_locals` or `f_globals` included, is silent. 3.8 alone adds a function's `__closure__` and " +
      "`__globals__` and a method's `__func__` and `__self__`. `inspect`, `traceback` and logging read " +
      'them all the time.',
    page: 'reference/datamodel.html#object.__getattr__',
    nearMiss: py`
      class Box:
          __code__ = 'text'

          def __getattr__(self, name):
              return name


      Box().__code__
      Box().tb_frame
    `,
  },
};
