import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osClearenv: EventRule = {
  code: 'PYA1001',
  event: 'os._clearenv',
  category: 'process',
  raised: '3.15',
  documented: '',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix._clearenv',
      aliases: ['os._clearenv'],
      of: 'function',
      map: {},
      stop: true,
      example: py`
        import os
        os._clearenv()  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os._Environ.clear',
      of: 'method',
      map: {},
      python: true,
      stop: true,
      example: py`
        import os
        os.environ.clear()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The whole environment of the process is cleared.',
    meaning:
      'New in 3.15, not documented, and without arguments. `os.environ.clear()` used to raise ' +
      '`os.unsetenv` once per variable; on systems with `clearenv` it now makes this one call instead, so ' +
      'a hook that guards variables by `os.unsetenv` no longer sees them go.',
    nearMiss: py`
      environment = {'HOME': '/root'}
      environment.clear()
    `,
  },
};
