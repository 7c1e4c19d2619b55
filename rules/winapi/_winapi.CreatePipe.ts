import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreatePipe: EventRule = {
  code: 'PYA1454',
  event: '_winapi.CreatePipe',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreatePipe',
      of: 'function',
      map: {},
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreatePipe(None, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'An anonymous pipe is about to be created on Windows.',
    meaning:
      'Private; `subprocess` makes one for each redirected stream. It has no arguments. `os.pipe` goes ' +
      'another way and raises nothing.',
    page: 'library/subprocess.html',
    nearMiss: py`
      import os

      os.pipe()
    `,
  },
};
