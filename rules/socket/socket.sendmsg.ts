import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const socketSendmsg: EventRule = {
  code: 'PYA1327',
  event: 'socket.sendmsg',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'self' }, { name: 'address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.socket.sendmsg',
      aliases: ['socket.socket.sendmsg', 'socket.SocketType.sendmsg'],
      of: 'method',
      map: { self: ['self'], address: { from: ['arg:3'], default: NONE } },
      stop: true,
      example: py`
        import socket
        client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        client.sendmsg([b'text'], [], 0, ('127.0.0.1', 9))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A message is about to be sent with `sendmsg`.',
    meaning:
      'The address is None on a connected socket. The data and the ancillary data are not passed, though ' +
      'the latter can hand open descriptors to another process, as `socket.send_fds` and multiprocessing ' +
      'do.',
    page: 'library/socket.html#socket.socket.sendmsg',
    nearMiss: py`
      import socket

      client = socket.socket()
      client.settimeout(1)
    `,
  },
};
