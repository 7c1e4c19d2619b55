import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysMonitoringRegisterCallback: EventRule = {
  code: 'PYA1805',
  event: 'sys.monitoring.register_callback',
  category: 'debugging',
  raised: '3.12-3.15',
  documented: '3.13-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'func' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.monitoring.register_callback',
      of: 'function',
      map: { func: ['arg:2'] },
      example: py`
        import sys
        sys.monitoring.use_tool_id(3, 'watch')
        sys.monitoring.register_callback(3, sys.monitoring.events.LINE, None)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_lsprof.Profiler.enable',
      aliases: ['cProfile.Profile.enable'],
      of: 'method',
      map: { func: null },
      example: py`
        import cProfile
        profile = cProfile.Profile()
        profile.enable()  # raises
        profile.disable()
      `,
    },
  ],
  docs: {
    summary: 'A callback for interpreter events such as lines, calls or exceptions is registered.',
    meaning:
      'The function, or None to remove one, is the only argument; tool and kind of event are not passed. ' +
      'Since 3.12 profilers and debuggers can watch all code this way without `sys.settrace`, so a hook ' +
      'that guards against tracing must know both. cProfile, in 3.15 also found as `profiling.tracing`, ' +
      'raises it eighteen times per start.',
    page: 'library/sys.monitoring.html#sys.monitoring.register_callback',
    nearMiss: py`
      import sys

      sys.gettrace()
    `,
  },
};
