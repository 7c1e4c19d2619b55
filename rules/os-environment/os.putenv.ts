import type { EventRule } from '../../src/model/catalogue.ts';
import { str } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osPutenv: EventRule = {
  code: 'PYA1002',
  event: 'os.putenv',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'key' }, { name: 'value', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.putenv',
      aliases: ['os.putenv', 'nt.putenv'],
      of: 'function',
      map: { key: ['arg:0'], value: ['arg:1'] },
      example: py`
        import os
        os.putenv('MODE', 'test')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.__setitem__',
      of: 'method',
      map: { key: ['arg:0'], value: ['arg:1'] },
      python: true,
      example: py`
        import os
        os.environ['MODE'] = 'test'  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.setdefault',
      of: 'method',
      when: [{ runtime: 'the variable is not set' }],
      map: { key: ['arg:0', 'kw:key'], value: ['arg:1', 'kw:value'] },
      python: true,
      example: py`
        import os
        os.environ.setdefault('MODE_OF_EXAMPLE', 'test')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.update',
      of: 'method',
      map: { key: null, value: null },
      python: true,
      example: py`
        import os
        os.environ.update({'MODE': 'test'})  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.__ior__',
      of: 'method',
      targets: '3.9-3.15',
      map: { key: null, value: null },
      python: true,
      example: py`
        import os
        os.environ |= {'MODE': 'test'}  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.__delitem__',
      of: 'method',
      targets: '3.8/win32',
      map: { key: ['arg:0'], value: { from: [], default: str('') } },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.environ['MODE'] = 'test'
        del os.environ['MODE']  # raises
      `,
    },
  ],
  docs: {
    summary: 'A variable of the process environment is set.',
    meaning:
      'Child processes inherit it, and some change what is loaded: PATH, LD_PRELOAD, PYTHONPATH. Every ' +
      'way of writing to `os.environ` reaches it, with key and value as bytes on POSIX. Calling ' +
      '`os.putenv` directly changes the process but not `os.environ`. The value may be a secret.',
    page: 'library/os.html#os.putenv',
    cwe: [454],
    nearMiss: py`
      import os

      os.environ.get('HOME')
      environment = dict(os.environ)
      environment['MODE'] = 'test'
    `,
  },
};
