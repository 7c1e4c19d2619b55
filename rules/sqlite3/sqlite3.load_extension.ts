import type { EventRule } from '../../src/model/catalogue.ts';

export const sqlite3LoadExtension: EventRule = {
  code: 'PYA2104',
  event: 'sqlite3.load_extension',
  category: 'database',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'connection' }, { name: 'path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_sqlite3.Connection.load_extension',
      aliases: ['sqlite3.Connection.load_extension', 'sqlite3.dbapi2.Connection.load_extension'],
      of: 'method',
      map: { connection: ['self'], path: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
