import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiOpenEventW: EventRule = {
  code: 'PYA1905',
  event: '_winapi.OpenEventW',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'desired_access' }, { name: 'name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.OpenEventW',
      of: 'function',
      map: { desired_access: ['arg:0', 'kw:desired_access'], name: ['arg:2', 'kw:name'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.OpenEventW(0x100000, False, 'example')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A named Windows event object is opened.',
    meaning:
      'Private and undocumented. It fails when no process has created the name. The first version, 3.13, ' +
      'is inferred from the functions it serves.',
    nearMiss: py`
      import threading

      threading.Event().is_set()
    `,
  },
};
