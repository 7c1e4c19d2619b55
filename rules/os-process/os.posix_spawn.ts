import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osPosixSpawn: EventRule = {
  code: 'PYA1009',
  event: 'os.posix_spawn',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'path' }, { name: 'argv' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.posix_spawn',
      aliases: ['os.posix_spawn'],
      of: 'function',
      map: { path: ['arg:0'], argv: ['arg:1'], env: ['arg:2'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.posix_spawn('/bin/true', ['true'], {})  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.posix_spawnp',
      aliases: ['os.posix_spawnp'],
      of: 'function',
      map: { path: ['arg:0'], argv: ['arg:1'], env: ['arg:2'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.posix_spawnp('true', ['true'], {})  # raises
      `,
    },
  ],
  docs: {
    summary: 'A program is about to be started with `posix_spawn`.',
    meaning:
      'Path, arguments and environment are passed as given; `os.posix_spawnp` searches PATH in the C ' +
      'library, so its path may be a bare name. `subprocess` raises it in addition to its own event in ' +
      'the cases where it can use this faster call, which differ by version and flags.',
    page: 'library/os.html#os.posix_spawn',
    cwe: [78],
    nearMiss: py`
      import os

      os.get_exec_path()
    `,
  },
};
