import type { EventRule } from '../../src/model/catalogue.ts';

export const osAddDllDirectory: EventRule = {
  code: 'PYA1409',
  event: 'os.add_dll_directory',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'os.add_dll_directory',
      aliases: ['nt._add_dll_directory'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
