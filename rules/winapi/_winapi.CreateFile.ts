import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreateFile: EventRule = {
  code: 'PYA1451',
  event: '_winapi.CreateFile',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [
    { name: 'file_name' },
    { name: 'desired_access' },
    { name: 'share_mode' },
    { name: 'creation_disposition' },
    { name: 'flags_and_attributes' },
  ],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateFile',
      of: 'function',
      map: {
        file_name: ['arg:0'],
        desired_access: ['arg:1'],
        share_mode: ['arg:2'],
        creation_disposition: ['arg:4'],
        flags_and_attributes: ['arg:5'],
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
