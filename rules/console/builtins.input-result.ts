import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const builtinsInputResult: EventRule = {
  code: 'PYA2302',
  event: 'builtins.input/result',
  category: 'console',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'result', sensitive: true }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.input',
      of: 'function',
      when: [{ runtime: 'standard input and output are the terminal of the process' }],
      map: { result: null },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import os
        master, terminal = os.openpty()
        os.dup2(terminal, 0)
        os.dup2(terminal, 1)
        os.write(master, b'Ada\n')
        input('')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_pyrepl.readline._ReadlineWrapper.input',
      of: 'method',
      targets: '3.13-3.15',
      when: [{ runtime: 'the interactive shell of 3.13 reads a line' }],
      map: { result: null },
      python: true,
      notRun: "needs a terminal and the private shell's reader",
      example: py`
        import _pyrepl.readline
        wrapper = _pyrepl.readline._ReadlineWrapper()
        wrapper.input('name? ')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A line that a person typed at the terminal has been read by `input`.',
    meaning:
      'The line itself is the argument, so a hook that logs it may log a password. It comes only when ' +
      'standard input and output are the real terminal: from a pipe, a file or a replaced `sys.stdin` ' +
      'there is `builtins.input` and nothing else. `getpass` reads the terminal by other means and raises ' +
      'neither event.',
    page: 'library/functions.html#input',
    nearMiss: py`
      import io

      io.StringIO('Ada\n').readline()
    `,
  },
};
