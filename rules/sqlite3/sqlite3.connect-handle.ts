import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      example: py`
        import sqlite3
        sqlite3.connect(':memory:')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_sqlite3.Connection',
      aliases: ['sqlite3.Connection', 'sqlite3.dbapi2.Connection'],
      of: 'class',
      map: { connection_handle: null },
      example: py`
        import sqlite3
        sqlite3.Connection(':memory:')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A SQLite database has been opened.',
    meaning:
      'Raised since 3.10 after success, with the connection object, which a hook may then configure, for ' +
      'instance with an authorizer. It follows `sqlite3.connect`.',
    page: 'library/sqlite3.html#sqlite3.connect',
    nearMiss: py`
      import sqlite3

      sqlite3.sqlite_version
    `,
  },
};
