import type { EventRule } from '../../src/model/catalogue.ts';

export const winregConnectRegistry: EventRule = {
  code: 'PYA2201',
  event: 'winreg.ConnectRegistry',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'computer_name' }, { name: 'key' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.ConnectRegistry',
      of: 'function',
      map: { computer_name: ['arg:0'], key: ['arg:1'] },
      returns: 'winreg.HKEYType',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
