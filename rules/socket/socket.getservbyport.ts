import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const socketGetservbyport: EventRule = {
  code: 'PYA1326',
  event: 'socket.getservbyport',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'port' }, { name: 'protocolname' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.getservbyport',
      aliases: ['socket.getservbyport'],
      of: 'function',
      map: { port: ['arg:0'], protocolname: { from: ['arg:1'], default: NONE } },
      stop: true,
      example: py`
        import socket
        socket.getservbyport(80)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The service name of a port is looked up.',
    meaning:
      "Answered from a local file or the system's name service. The protocol is None when not given. Port " +
      'scanners print such names.',
    page: 'library/socket.html#socket.getservbyport',
    nearMiss: py`
      import socket

      socket.ntohs(80)
    `,
  },
};
