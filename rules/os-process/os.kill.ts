import type { EventRule } from '../../src/model/catalogue.ts';

export const osKill: EventRule = {
  code: 'PYA1007',
  event: 'os.kill',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pid' }, { name: 'sig' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.kill',
      aliases: ['os.kill', 'nt.kill'],
      of: 'function',
      map: { pid: ['arg:0'], sig: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
