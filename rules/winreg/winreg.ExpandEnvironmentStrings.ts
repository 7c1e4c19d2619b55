import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregExpandEnvironmentStrings: EventRule = {
  code: 'PYA2209',
  event: 'winreg.ExpandEnvironmentStrings',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'str' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.ExpandEnvironmentStrings',
      of: 'function',
      map: { str: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.ExpandEnvironmentStrings('%windir%')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Variables such as `%PATH%` in a text are about to be expanded.',
    meaning:
      'Only the environment of this process is read, no registry. `os.path.expandvars` does the same work ' +
      'without an event.',
    page: 'library/winreg.html#winreg.ExpandEnvironmentStrings',
    nearMiss: py`
      import os

      os.path.expandvars('%PATH%')
    `,
  },
};
