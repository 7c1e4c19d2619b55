import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osExec: EventRule = {
  code: 'PYA1004',
  event: 'os.exec',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'args' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.execv',
      aliases: ['os.execv', 'nt.execv'],
      of: 'function',
      map: { path: ['arg:0'], args: ['arg:1'], env: { from: [], default: NONE } },
      stop: true,
      example: py`
        import os
        os.execv('/bin/true', ['true'])  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.execve',
      aliases: ['os.execve', 'nt.execve'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], args: ['arg:1', 'kw:argv'], env: ['arg:2', 'kw:env'] },
      stop: true,
      example: py`
        import os
        os.execve('/bin/true', ['true'], {})  # raises
      `,
    },
  ],
  docs: {
    summary: 'The process is about to be replaced by another program.',
    meaning:
      'Nothing of this process runs afterwards, neither the hook nor clean-up, so it is the last chance ' +
      'to log. The environment is None when inherited, as with `os.execv`. `os.execvp` and its kin search ' +
      'PATH in Python and raise one event per folder tried; `subprocess` never comes here, since its ' +
      'child runs in C.',
    page: 'library/os.html#os.execv',
    cwe: [78],
    nearMiss: py`
      import os

      os.get_exec_path()
    `,
  },
};
