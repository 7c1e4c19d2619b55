import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketSethostname: EventRule = {
  code: 'PYA1329',
  event: 'socket.sethostname',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'name' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.sethostname',
      aliases: ['socket.sethostname'],
      of: 'function',
      map: { name: ['arg:0'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import socket
        socket.sethostname('example')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The name of the machine is about to be changed.',
    meaning:
      "Needs the superuser, or a namespace of one's own in a container. Other programs see the new name " +
      'at once.',
    page: 'library/socket.html#socket.sethostname',
    nearMiss: py`
      import socket

      socket.has_ipv6
    `,
  },
};
