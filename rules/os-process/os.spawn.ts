import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osSpawn: EventRule = {
  code: 'PYA1010',
  event: 'os.spawn',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'mode' }, { name: 'path' }, { name: 'args' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.spawnv',
      aliases: ['os.spawnv'],
      of: 'function',
      map: { mode: ['arg:0'], path: ['arg:1'], args: ['arg:2'], env: { from: [], default: NONE } },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.spawnv(os.P_NOWAIT, 'C:\\Windows\\notepad.exe', ['notepad'])  # raises
      `,
    },
    {
      kind: 'call',
      api: 'nt.spawnve',
      aliases: ['os.spawnve'],
      of: 'function',
      map: { mode: ['arg:0'], path: ['arg:1'], args: ['arg:2'], env: ['arg:3'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.spawnve(os.P_NOWAIT, 'C:\\Windows\\notepad.exe', ['notepad'], {})  # raises
      `,
    },
  ],
  docs: {
    summary: 'A program is about to be started with one of the spawn functions.',
    meaning:
      'Only Windows raises it. On POSIX the same functions are Python code that forks and then replaces ' +
      'the child, and show as `os.fork`, and as `os.exec` in the child. The mode says whether the caller ' +
      'waits.',
    page: 'library/os.html#os.spawnv',
    cwe: [78],
    nearMiss: py`
      import os

      os.get_exec_path()
    `,
  },
};
