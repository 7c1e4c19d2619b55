import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ftplibSendcmd: EventRule = {
  code: 'PYA1302',
  event: 'ftplib.sendcmd',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'cmd', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ftplib.FTP.putline',
      of: 'method',
      map: { self: ['self'], cmd: ['arg:0', 'kw:line'] },
      python: true,
      example: py`
        import ftplib
        class Wire:
            def sendall(self, data):
                pass
        client = ftplib.FTP()
        client.sock = Wire()
        client.putline('NOOP')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A line is about to be sent on an FTP control connection.',
    meaning:
      'Every command comes here, the PASS command with its password included, so do not log the argument ' +
      'blindly. Data transferred on the second connection raises nothing of its own.',
    page: 'library/ftplib.html#ftplib.FTP.sendcmd',
    cwe: [319],
    nearMiss: py`
      import ftplib

      ftplib.FTP().set_pasv(True)
    `,
  },
};
