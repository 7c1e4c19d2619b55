import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
    {
      kind: 'call',
      api: '_pyrepl.readline._ReadlineWrapper.input',
      of: 'method',
      targets: '3.13-3.15',
      when: [{ runtime: 'the interactive shell of 3.13 reads a line' }],
      map: { result: null },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
