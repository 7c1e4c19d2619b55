import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import sqlite3
        connection = sqlite3.connect(':memory:')
        connection.enable_load_extension(True)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Loading of native SQLite extensions is switched on or off.',
    meaning:
      'With True the connection may load any shared library, also from SQL with `load_extension()`, which ' +
      "raises nothing. Exists only in builds with loadable extensions; Debian's has them, pyenv's default " +
      'on some systems does not. Switching off again raises it too.',
    page: 'library/sqlite3.html#sqlite3.Connection.enable_load_extension',
    cwe: [114],
    nearMiss: py`
      import sqlite3

      sqlite3.connect(':memory:').execute('select 1')
    `,
  },
};
