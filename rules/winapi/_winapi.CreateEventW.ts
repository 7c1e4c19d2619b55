import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreateEventW: EventRule = {
  code: 'PYA1903',
  event: '_winapi.CreateEventW',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'manual_reset' }, { name: 'initial_state' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateEventW',
      of: 'function',
      map: {
        manual_reset: ['arg:1', 'kw:manual_reset'],
        initial_state: ['arg:2', 'kw:initial_state'],
        name: ['arg:3', 'kw:name'],
      },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreateEventW(0, True, False, None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Windows event object is created or opened by name.',
    meaning:
      'Private and undocumented. Named objects are shared by all processes of a session, so they serve to ' +
      'signal or to detect other instances. The first version, 3.13, is inferred from the functions it ' +
      'serves.',
    page: 'library/multiprocessing.html',
    nearMiss: py`
      import threading

      threading.Event().set()
    `,
  },
};
