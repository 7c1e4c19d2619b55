import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreateNamedPipe: EventRule = {
  code: 'PYA1453',
  event: '_winapi.CreateNamedPipe',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'name' }, { name: 'open_mode' }, { name: 'pipe_mode' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateNamedPipe',
      of: 'function',
      map: { name: ['arg:0'], open_mode: ['arg:1'], pipe_mode: ['arg:2'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreateNamedPipe(r'\\.\pipe\example', 3, 0, 1, 1024, 1024, 0, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A named pipe is about to be created on Windows.',
    meaning:
      "Private: multiprocessing connections and asyncio's proactor make one per channel. Other processes " +
      'can connect to the name unless its security says otherwise.',
    page: 'library/multiprocessing.html#multiprocessing.connection.Listener',
    nearMiss: py`
      import os

      os.pipe()
    `,
  },
};
