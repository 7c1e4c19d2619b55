import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCopyFile2: EventRule = {
  code: 'PYA1450',
  event: '_winapi.CopyFile2',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'existing_file_name' }, { name: 'new_file_name' }, { name: 'flags' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CopyFile2',
      of: 'function',
      map: {
        existing_file_name: ['arg:0', 'kw:existing_file_name'],
        new_file_name: ['arg:1', 'kw:new_file_name'],
        flags: ['arg:2', 'kw:flags'],
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
