import type { EventRule } from '../../src/model/catalogue.ts';

export const winregSaveKey: EventRule = {
  code: 'PYA2217',
  event: 'winreg.SaveKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'file_name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.SaveKey',
      of: 'function',
      map: { key: ['arg:0'], file_name: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
