import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const socketGetservbyname: EventRule = {
  code: 'PYA1325',
  event: 'socket.getservbyname',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'servicename' }, { name: 'protocolname' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.getservbyname',
      aliases: ['socket.getservbyname'],
      of: 'function',
      map: { servicename: ['arg:0'], protocolname: { from: ['arg:1'], default: NONE } },
      stop: true,
      example: py`
        import socket
        socket.getservbyname('http')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The port of a service name is looked up.',
    meaning:
      "Answered from a local file or the system's name service. The protocol is None when not given. Of " +
      'little weight alone.',
    page: 'library/socket.html#socket.getservbyname',
    nearMiss: py`
      import socket

      socket.htons(80)
    `,
  },
};
