import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const ctypesCreateStringBuffer: EventRule = {
  code: 'PYA1205',
  event: 'ctypes.create_string_buffer',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'init' }, { name: 'size' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.create_string_buffer',
      aliases: ['ctypes.c_buffer'],
      of: 'function',
      map: { init: ['arg:0', 'kw:init'], size: { from: ['arg:1', 'kw:size'], default: NONE } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
