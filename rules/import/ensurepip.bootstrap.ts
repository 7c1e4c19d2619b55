import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const ensurepipBootstrap: EventRule = {
  code: 'PYA1501',
  event: 'ensurepip.bootstrap',
  category: 'import',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'root' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ensurepip.bootstrap',
      of: 'function',
      map: { root: { from: ['kw:root'], default: NONE } },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import ensurepip
        ensurepip.bootstrap(root='folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The bundled pip is about to be installed.',
    meaning:
      'It runs pip from a wheel inside the standard library to install itself into this environment or ' +
      'below `root`. `python -m ensurepip` and `venv` (in a child process) do the same. Debian and other ' +
      'distributions remove or redirect it.',
    page: 'library/ensurepip.html#ensurepip.bootstrap',
    nearMiss: py`
      import ensurepip

      ensurepip.version()
    `,
  },
};
