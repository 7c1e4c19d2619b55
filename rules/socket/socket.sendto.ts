import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketSendto: EventRule = {
  code: 'PYA1328',
  event: 'socket.sendto',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.socket.sendto',
      aliases: ['socket.socket.sendto', 'socket.SocketType.sendto'],
      of: 'method',
      map: { self: ['self'], address: ['arg:-1'] },
      stop: true,
      example: py`
        import socket
        client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        client.sendto(b'text', ('127.0.0.1', 9))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A datagram is about to be sent to an address.',
    meaning:
      'The way data leaves on a socket that is not connected, with its target but without the data. ' +
      '`send` and `sendall` on a connected socket raise nothing: there `socket.connect` was the warning.',
    page: 'library/socket.html#socket.socket.sendto',
    nearMiss: py`
      import socket

      client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      client.setblocking(False)
    `,
  },
};
