import type { EventRule } from '../../src/model/catalogue.ts';

export const sqlite3EnableLoadExtension: EventRule = {
  code: 'PYA2103',
  event: 'sqlite3.enable_load_extension',
  category: 'database',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'connection' }, { name: 'enabled' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_sqlite3.Connection.enable_load_extension',
      aliases: [
        'sqlite3.Connection.enable_load_extension',
        'sqlite3.dbapi2.Connection.enable_load_extension',
      ],
      of: 'method',
      map: { connection: ['self'], enabled: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
