import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const builtinsInput: EventRule = {
  code: 'PYA2301',
  event: 'builtins.input',
  category: 'console',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'prompt' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.input',
      of: 'function',
      map: { prompt: { from: ['arg:0'], default: NONE } },
      example: py`
        import io
        import sys
        sys.stdin = io.StringIO('Ada\n')
        input('name? ')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_pyrepl.readline._ReadlineWrapper.input',
      of: 'method',
      targets: '3.13-3.15',
      map: { prompt: { from: ['arg:0', 'kw:prompt'], default: NONE } },
      python: true,
      notRun: "needs a terminal and the private shell's reader",
      example: py`
        import _pyrepl.readline
        _pyrepl.readline._get_reader
        wrapper = _pyrepl.readline._ReadlineWrapper()
        wrapper.input('name? ')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The program asks for a line of input.',
    meaning:
      'The event comes before anything is written or read, with the prompt or None. It is the chance to ' +
      'refuse interactive input in a service, not to see what the user types: that is ' +
      '`builtins.input/result`. Reading `sys.stdin` directly raises nothing.',
    page: 'library/functions.html#input',
    nearMiss: py`
      import io

      line = io.StringIO('answer\n').readline()
    `,
  },
};
