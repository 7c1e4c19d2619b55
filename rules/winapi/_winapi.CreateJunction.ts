import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreateJunction: EventRule = {
  code: 'PYA1452',
  event: '_winapi.CreateJunction',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'src_path' }, { name: 'dst_path' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateJunction',
      of: 'function',
      map: { src_path: ['arg:0'], dst_path: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
