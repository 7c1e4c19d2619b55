import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysSetprofile: EventRule = {
  code: 'PYA1806',
  event: 'sys.setprofile',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.setprofile',
      of: 'function',
      map: {},
      example: py`
        import sys
        sys.setprofile(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'sys._setprofileallthreads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
      example: py`
        import sys
        sys._setprofileallthreads(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'threading.setprofile_all_threads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
      python: true,
      example: py`
        import threading
        threading.setprofile_all_threads(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_lsprof.Profiler.enable',
      aliases: ['cProfile.Profile.enable'],
      of: 'method',
      targets: '3.8-3.11',
      map: {},
      example: py`
        import cProfile
        profile = cProfile.Profile()
        profile.enable()  # raises
        profile.disable()
      `,
    },
    {
      kind: 'call',
      api: 'profile.Profile.runcall',
      of: 'method',
      map: {},
      python: true,
      example: py`
        import profile
        profile.Profile().runcall(int)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A profile function is installed or removed.',
    meaning:
      'It will be called for every call and return of the thread, with the frame. Neither the function ' +
      'nor None is passed, so removing looks like installing. Since 3.12 cProfile no longer comes this ' +
      'way (see `sys.monitoring.register_callback`), and the functions for all threads raise it once per ' +
      'thread.',
    page: 'library/sys.html#sys.setprofile',
    nearMiss: py`
      import sys
      import threading

      sys.getprofile()
      threading.setprofile(None)
    `,
  },
};
