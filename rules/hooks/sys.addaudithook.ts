import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysAddaudithook: EventRule = {
  code: 'PYA2502',
  event: 'sys.addaudithook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.addaudithook',
      of: 'function',
      map: {},
      example: py`
        import sys
        sys.addaudithook(lambda event, arguments: None)  # raises
      `,
    },
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PySys_AddAuditHook (C API)',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'Another audit hook is being added.',
    meaning:
      'The hooks already present are asked first and the new one does not see its own arrival; one that ' +
      'raises RuntimeError keeps the new hook out quietly, any other exception reaches the caller. A hook ' +
      'from Python code sees only its own interpreter. Added by attackers, a hook is a way to watch or ' +
      'block everything, including your logging.',
    page: 'library/sys.html#sys.addaudithook',
    nearMiss: py`
      import sys

      sys.audit('example.hook')
    `,
  },
};
