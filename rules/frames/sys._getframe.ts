import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysGetframe: EventRule = {
  code: 'PYA1703',
  event: 'sys._getframe',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'frame' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._getframe',
      of: 'function',
      map: { frame: null },
      returns: 'types.FrameType',
      example: py`
        import sys
        sys._getframe()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A frame of the calling stack is fetched.',
    meaning:
      'Very frequent: logging does it for every message that is written, `warnings` and `inspect` do, and ' +
      "up to 3.11 each named tuple. A frame gives read access to all callers' variables. Up to 3.10 the " +
      'event always passes the frame that calls, whatever depth was asked for; since 3.11 it is the one ' +
      'returned.',
    page: 'library/sys.html#sys._getframe',
    nearMiss: py`
      def locals_of_this():
          return locals()


      locals_of_this()
    `,
  },
};
