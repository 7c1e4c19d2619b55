import type { EventRule } from '../../src/model/catalogue.ts';

export const osSystem: EventRule = {
  code: 'PYA1013',
  event: 'os.system',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'command' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.system',
      aliases: ['os.system', 'nt.system'],
      of: 'function',
      map: { command: ['arg:0', 'kw:command'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
