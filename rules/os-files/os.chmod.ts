import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osChmod: EventRule = {
  code: 'PYA1412',
  event: 'os.chmod',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'mode' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chmod',
      aliases: ['os.chmod', 'nt.chmod'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        mode: ['arg:1', 'kw:mode'],
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
      example: py`
        import os
        os.chmod('file.txt', 0o600)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.fchmod',
      aliases: ['os.fchmod', 'nt.fchmod'],
      of: 'function',
      targets: '3.8-3.15/linux,darwin; 3.13-3.15/win32',
      map: { path: ['arg:0', 'kw:fd'], mode: ['arg:1', 'kw:mode'], dir_fd: { from: [], default: int(-1) } },
      example: py`
        import os
        descriptor = os.open('file.txt', os.O_RDONLY)
        os.fchmod(descriptor, 0o600)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.lchmod',
      aliases: ['os.lchmod', 'nt.lchmod'],
      of: 'function',
      targets: '3.8-3.15/darwin; 3.13-3.15/win32',
      map: { path: ['arg:0', 'kw:path'], mode: ['arg:1', 'kw:mode'], dir_fd: { from: [], default: int(-1) } },
      note: 'from source text and documentation; not run',
      notRun: 'not on Linux',
      example: py`
        import os
        os.lchmod('file.txt', 0o600)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The permissions of a file are changed.',
    meaning:
      "Look for the bits that give others write access or make a file run with its owner's rights " +
      '(0o4000). The path of `os.fchmod` is a descriptor; `dir_fd` is -1 when not given. Creating a file ' +
      'with a mode, as `os.open` and `os.mkdir` can, does not pass here.',
    page: 'library/os.html#os.chmod',
    cwe: [732],
    nearMiss: py`
      import os

      os.access('file.txt', os.R_OK)
      os.umask(os.umask(0o77))
    `,
  },
};
