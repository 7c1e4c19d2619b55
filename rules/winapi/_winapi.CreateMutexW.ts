import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreateMutexW: EventRule = {
  code: 'PYA1904',
  event: '_winapi.CreateMutexW',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'initial_owner' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateMutexW',
      of: 'function',
      map: { initial_owner: ['arg:1', 'kw:initial_owner'], name: ['arg:2', 'kw:name'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreateMutexW(0, False, None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Windows mutex is created or opened by name.',
    meaning:
      'Private and undocumented. A name makes it visible to all processes of the session: the usual way ' +
      'to allow one instance only, and a well-known trace of malware. The first version, 3.13, is ' +
      'inferred.',
    nearMiss: py`
      import threading

      with threading.Lock():
          pass
    `,
  },
};
