import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE, TRUE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osWalk: EventRule = {
  code: 'PYA1433',
  event: 'os.walk',
  category: 'filesystem',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'top' }, { name: 'topdown' }, { name: 'onerror' }, { name: 'followlinks' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'os.walk',
      of: 'function',
      targets: '3.9-3.11',
      map: {
        top: ['arg:0', 'kw:top'],
        topdown: { from: ['arg:1', 'kw:topdown'], default: TRUE },
        onerror: { from: ['arg:2', 'kw:onerror'], default: NONE },
        followlinks: { from: ['arg:3', 'kw:followlinks'], default: FALSE },
      },
      python: true,
      example: py`
        import os
        os.walk('folder')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os.walk',
      of: 'function',
      targets: '3.12-3.15',
      map: {
        top: ['arg:0', 'kw:top'],
        topdown: { from: ['arg:1', 'kw:topdown'], default: TRUE },
        onerror: { from: ['arg:2', 'kw:onerror'], default: NONE },
        followlinks: { from: ['arg:3', 'kw:followlinks'], default: FALSE },
      },
      deferred: 'iteration',
      python: true,
      example: py`
        import os
        for found in os.walk('folder'):  # raises
            print(found)
      `,
    },
  ],
  docs: {
    summary: 'A directory tree is about to be walked.',
    meaning:
      'One event for the whole walk; the folders show as `os.scandir`. 3.8 has no such event, 3.9 to 3.11 ' +
      'raise it at the call, later versions when the first result is asked for. `Path.walk` raises it too ' +
      'since 3.13.',
    page: 'library/os.html#os.walk',
    cwe: [548],
    nearMiss: py`
      import ast

      list(ast.walk(ast.Module(body=[], type_ignores=[])))
    `,
  },
};
