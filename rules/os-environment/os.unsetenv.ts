import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osUnsetenv: EventRule = {
  code: 'PYA1003',
  event: 'os.unsetenv',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.unsetenv',
      aliases: ['os.unsetenv', 'nt.unsetenv'],
      of: 'function',
      targets: '3.8-3.15/linux,darwin; 3.9-3.15/win32',
      map: { key: ['arg:0'] },
      example: py`
        import os
        os.putenv('MODE', 'test')
        os.unsetenv('MODE')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.__delitem__',
      of: 'method',
      targets: '3.8-3.15/linux,darwin; 3.9-3.15/win32',
      map: { key: ['arg:0'] },
      python: true,
      example: py`
        import os
        os.environ['MODE'] = 'test'
        del os.environ['MODE']  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.pop',
      of: 'method',
      targets: '3.8-3.15/linux,darwin; 3.9-3.15/win32',
      when: [{ runtime: 'the variable is set' }],
      map: { key: ['arg:0', 'kw:key'] },
      python: true,
      example: py`
        import os
        os.environ['MODE'] = 'test'
        os.environ.pop('MODE')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.popitem',
      of: 'method',
      targets: '3.8-3.15/linux,darwin; 3.9-3.15/win32',
      map: { key: null },
      python: true,
      stop: true,
      example: py`
        import os
        os.environ['MODE'] = 'test'
        os.environ.popitem()  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.clear',
      of: 'method',
      targets: '3.8-3.14/linux,darwin; 3.9-3.15/win32',
      map: { key: null },
      python: true,
      note: '3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.environ['MODE'] = 'test'
        os.environ.clear()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A variable of the process environment is removed.',
    meaning:
      'Deleting from `os.environ`, `pop` and, up to 3.14, `clear` reach it, the last once per variable; ' +
      '3.15 raises `os._clearenv` for that on POSIX. In 3.8 Windows has no such call: there a deletion ' +
      'shows as `os.putenv` with an empty value.',
    page: 'library/os.html#os.unsetenv',
    nearMiss: py`
      import os

      os.environ.get('MODE')
      environment = dict(os.environ)
      environment.pop('MODE', None)
    `,
  },
};
