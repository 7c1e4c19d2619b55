import type { EventRule } from '../../src/model/catalogue.ts';

export const sqlite3Connect: EventRule = {
  code: 'PYA2101',
  event: 'sqlite3.connect',
  category: 'database',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'database' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_sqlite3.connect',
      aliases: ['sqlite3.connect', 'sqlite3.dbapi2.connect'],
      of: 'function',
      map: { database: ['arg:0', 'kw:database'] },
      returns: 'sqlite3.Connection',
    },
    {
      kind: 'call',
      api: '_sqlite3.Connection',
      aliases: ['sqlite3.Connection', 'sqlite3.dbapi2.Connection'],
      of: 'class',
      map: { database: ['arg:0', 'kw:database'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
