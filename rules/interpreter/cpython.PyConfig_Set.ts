import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonPyConfigSet: EventRule = {
  code: 'PYA2506',
  event: 'cpython.PyConfig_Set',
  category: 'interpreter',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'name' }, { name: 'value' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PyConfig_Set (C API)',
      note: 'not seen at run time',
    },
  ],
  docs: {
    summary: 'An embedding program changes an option of the running interpreter.',
    meaning:
      'Only the C function of that name, new in 3.14, raises it; no Python function calls it. The event ' +
      "gives the option's name and its new value, for example the flag that switches the bytecode cache " +
      'off.',
    page: 'c-api/init_config.html',
    nearMiss: py`
      import sys

      sys.flags.optimize
    `,
  },
};
