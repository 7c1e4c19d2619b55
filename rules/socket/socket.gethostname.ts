import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketGethostname: EventRule = {
  code: 'PYA1323',
  event: 'socket.gethostname',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.gethostname',
      aliases: ['socket.gethostname'],
      of: 'function',
      map: {},
      example: py`
        import socket
        socket.gethostname()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The name of this machine is asked for.',
    meaning:
      'No network is involved and there are no arguments. Logging, licence checks and fingerprinting do ' +
      'it; `socket.getfqdn()` and mail libraries too.',
    page: 'library/socket.html#socket.gethostname',
    nearMiss: py`
      import os
      import socket

      os.getpid()
      socket.has_ipv6
    `,
  },
};
