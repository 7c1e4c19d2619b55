import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import sqlite3
        connection = sqlite3.connect(':memory:')
        connection.load_extension('absent')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A shared library is about to be loaded into SQLite.',
    meaning:
      "The path is passed as given, SQLite may add a suffix. The library's code runs in the process. " +
      'Extensions loaded by the SQL function of that name do not come here.',
    page: 'library/sqlite3.html#sqlite3.Connection.load_extension',
    cwe: [114],
    nearMiss: py`
      import sqlite3

      sqlite3.connect(':memory:').execute('select 1')
    `,
  },
};
