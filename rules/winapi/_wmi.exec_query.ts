import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const wmiExecQuery: EventRule = {
  code: 'PYA1025',
  event: '_wmi.exec_query',
  category: 'process',
  raised: '3.12-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'query' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_wmi.exec_query',
      of: 'function',
      map: { query: ['arg:0', 'kw:query'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _wmi
        _wmi.exec_query('SELECT Version FROM Win32_OperatingSystem')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A query is about to be sent to Windows Management Instrumentation.',
    meaning:
      "Private and undocumented, since 3.12. The library's only use is `platform`, for version and " +
      'processor; other queries can list processes, users and installed software.',
    page: 'library/platform.html',
    nearMiss: py`
      import sys

      sys.platform
    `,
  },
};
