import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const posixsubprocessForkExec: EventRule = {
  code: 'PYA1019',
  event: '_posixsubprocess.fork_exec',
  category: 'process',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'exec_list' }, { name: 'args' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_posixsubprocess.fork_exec',
      aliases: ['subprocess._fork_exec'],
      of: 'function',
      map: { exec_list: ['arg:1'], args: ['arg:0'], env: ['arg:5'] },
      stop: true,
      example: py`
        import os
        import _posixsubprocess
        reader, writer = os.pipe()
        _posixsubprocess.fork_exec([b'true'], (b'/bin/true',), True, (), None, None, -1, -1, -1, -1, -1, -1, reader, writer, True, False, 0, None, None, None, -1, None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A child process is about to be started by the C code behind `subprocess` and multiprocessing.',
    meaning:
      'New in 3.14. `subprocess.Popen` has already raised its own event; for the spawn and forkserver ' +
      'methods of multiprocessing this is the first event about the child at all. `exec_list` holds the ' +
      'paths to try, as bytes, and `env` is a list of `NAME=value` bytes or None.',
    page: 'library/subprocess.html',
    cwe: [78],
    nearMiss: py`
      import os

      os.get_exec_path()
    `,
  },
};
