import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreateProcess: EventRule = {
  code: 'PYA1022',
  event: '_winapi.CreateProcess',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'application_name' }, { name: 'command_line' }, { name: 'current_directory' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateProcess',
      of: 'function',
      map: { application_name: ['arg:0'], command_line: null, current_directory: ['arg:7'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
