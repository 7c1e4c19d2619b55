import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ptySpawn: EventRule = {
  code: 'PYA1014',
  event: 'pty.spawn',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'argv' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pty.spawn',
      of: 'function',
      map: { argv: { from: ['arg:0', 'kw:argv'], convert: 'listed' } },
      python: true,
      stop: true,
      example: py`
        import pty
        pty.spawn(['true'])  # raises
      `,
    },
  ],
  docs: {
    summary: 'A program is about to be started on a pseudo-terminal connected to this one.',
    meaning:
      'The event passes the argument list, a single text as a list of one. `os.forkpty` or `os.fork` ' +
      "follows, and `os.exec` in the child. `pty.spawn('/bin/sh')` is the well-known way to turn a poor " +
      'remote shell into a comfortable one.',
    page: 'library/pty.html#pty.spawn',
    cwe: [78],
    nearMiss: py`
      import pty

      pty.STDIN_FILENO
    `,
  },
};
