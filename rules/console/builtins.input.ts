import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

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
    },
    {
      kind: 'call',
      api: '_pyrepl.readline._ReadlineWrapper.input',
      of: 'method',
      targets: '3.13-3.15',
      map: { prompt: { from: ['arg:0', 'kw:prompt'], default: NONE } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
