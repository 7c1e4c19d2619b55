import type { EventRule } from '../../src/model/catalogue.ts';

export const ptySpawn: EventRule = {
  code: 'PYA1014',
  event: 'pty.spawn',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'argv' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pty.spawn',
      of: 'function',
      map: { argv: { from: ['arg:0', 'kw:argv'], convert: 'listed' } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
