import type { EventRule } from '../../src/model/catalogue.ts';

export const osPosixSpawn: EventRule = {
  code: 'PYA1009',
  event: 'os.posix_spawn',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'path' }, { name: 'argv' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.posix_spawn',
      aliases: ['os.posix_spawn'],
      of: 'function',
      map: { path: ['arg:0'], argv: ['arg:1'], env: ['arg:2'] },
    },
    {
      kind: 'call',
      api: 'posix.posix_spawnp',
      aliases: ['os.posix_spawnp'],
      of: 'function',
      map: { path: ['arg:0'], argv: ['arg:1'], env: ['arg:2'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
