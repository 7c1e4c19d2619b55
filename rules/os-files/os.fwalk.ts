import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE, str, TRUE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osFwalk: EventRule = {
  code: 'PYA1414',
  event: 'os.fwalk',
  category: 'filesystem',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [
    { name: 'top' },
    { name: 'topdown' },
    { name: 'onerror' },
    { name: 'follow_symlinks' },
    { name: 'dir_fd' },
  ],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'os.fwalk',
      of: 'function',
      map: {
        top: { from: ['arg:0', 'kw:top'], default: str('.') },
        topdown: { from: ['arg:1', 'kw:topdown'], default: TRUE },
        onerror: { from: ['arg:2', 'kw:onerror'], default: NONE },
        follow_symlinks: { from: ['kw:follow_symlinks'], default: FALSE },
        dir_fd: { from: ['kw:dir_fd'], default: NONE },
      },
      deferred: 'iteration',
      python: true,
      example: py`
        import os
        list(os.fwalk('folder'))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A directory tree is about to be walked with descriptors.',
    meaning:
      'One event per walk with its root, raised when the first result is asked for, not at the call. The ' +
      'folders below show as `os.scandir`, and the descriptors that it hands out show as `open`.',
    page: 'library/os.html#os.fwalk',
    nearMiss: py`
      import os

      os.walk('folder')
    `,
  },
};
