import type { EventRule } from '../../src/model/catalogue.ts';

export const sqlite3ConnectHandle: EventRule = {
  code: 'PYA2102',
  event: 'sqlite3.connect/handle',
  category: 'database',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'connection_handle' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_sqlite3.connect',
      aliases: ['sqlite3.connect', 'sqlite3.dbapi2.connect'],
      of: 'function',
      map: { connection_handle: null },
    },
    {
      kind: 'call',
      api: '_sqlite3.Connection',
      aliases: ['sqlite3.Connection', 'sqlite3.dbapi2.Connection'],
      of: 'class',
      map: { connection_handle: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
