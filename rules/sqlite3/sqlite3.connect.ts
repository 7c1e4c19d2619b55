import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      map: { database: ['arg:0', 'kw:database'] },
      example: py`
        import sqlite3
        sqlite3.Connection(':memory:')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A SQLite database is about to be opened.',
    meaning:
      'SQLite opens its files in C, so no `open` event follows: this one carries the path, `:memory:`, or ' +
      "a `file:` URI. It is bytes up to 3.10 and the caller's own object later. `ATTACH` in a statement " +
      'opens further files without any event.',
    page: 'library/sqlite3.html#sqlite3.connect',
    nearMiss: py`
      import sqlite3

      sqlite3.complete_statement('select 1;')
    `,
  },
};
