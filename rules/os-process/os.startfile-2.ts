import type { EventRule } from '../../src/model/catalogue.ts';

export const osStartfile2: EventRule = {
  code: 'PYA1012',
  event: 'os.startfile/2',
  category: 'process',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['win32'],
  arguments: [
    { name: 'path' },
    { name: 'operation' },
    { name: 'arguments' },
    { name: 'cwd' },
    { name: 'show_cmd' },
  ],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.startfile',
      aliases: ['os.startfile'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:filepath'],
        operation: ['arg:1', 'kw:operation'],
        arguments: ['arg:2', 'kw:arguments'],
        cwd: ['arg:3', 'kw:cwd'],
        show_cmd: ['arg:4', 'kw:show_cmd'],
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
