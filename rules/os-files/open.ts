import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE, str } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const openEvent: EventRule = {
  code: 'PYA1408',
  event: 'open',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'mode' }, { name: 'flags' }],
  tiers: [
    { tier: 'inventory', when: [{ argument: 'mode', is: { matches: '^[^wax+]*$' } }] },
    {
      tier: 'inventory',
      when: [
        { argument: 'mode', is: 'none' },
        { argument: 'flags', is: { noBits: 0x74b } },
      ],
    },
    { tier: 'effect' },
  ],
  raisedBy: [
    {
      kind: 'call',
      api: '_io.open',
      aliases: ['builtins.open', 'io.open'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:file'],
        mode: { from: ['arg:1', 'kw:mode'], default: str('r'), convert: 'raw-mode' },
        flags: null,
      },
      example: py`
        open('file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_io.FileIO',
      aliases: ['io.FileIO'],
      of: 'class',
      map: {
        path: ['arg:0', 'kw:file'],
        mode: { from: ['arg:1', 'kw:mode'], default: str('r') },
        flags: null,
      },
      example: py`
        import io
        io.FileIO('file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_io.open_code',
      aliases: ['io.open_code'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], mode: { from: [], default: str('r') }, flags: null },
      example: py`
        import io
        import os
        io.open_code(os.path.abspath('file.txt'))  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.open',
      aliases: ['os.open', 'nt.open'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], mode: { from: [], default: NONE }, flags: ['arg:1', 'kw:flags'] },
      example: py`
        import os
        os.open('file.txt', os.O_RDONLY)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'os.fdopen',
      of: 'function',
      map: {
        path: ['arg:0', 'kw:fd'],
        mode: { from: ['arg:1', 'kw:mode'], default: str('r'), convert: 'raw-mode' },
        flags: null,
      },
      python: true,
      example: py`
        import os
        descriptor = os.open('file.txt', os.O_RDONLY)
        os.fdopen(descriptor)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_pyio.FileIO',
      of: 'class',
      map: { path: ['arg:0', 'kw:file'], mode: { from: [], default: NONE }, flags: null },
      python: true,
      example: py`
        import _pyio
        _pyio.FileIO('file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_ssl._SSLContext.load_dh_params',
      aliases: ['ssl.SSLContext.load_dh_params'],
      of: 'method',
      map: { path: ['arg:0'], mode: { from: [], default: str('rb') }, flags: { from: [], default: int(0) } },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import ssl
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_dh_params('file.txt')  # raises
      `,
    },
    {
      kind: 'set',
      api: '_ssl._SSLContext.keylog_filename',
      aliases: ['ssl.SSLContext.keylog_filename'],
      when: [{ operand: ['value'], is: 'not-none' }],
      map: { path: ['value'], mode: { from: [], default: str('a') }, flags: { from: [], default: int(0) } },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import ssl
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.keylog_filename = 'keys.txt'  # raises
      `,
    },
    {
      kind: 'call',
      api: 'readline.read_init_file',
      of: 'function',
      targets: '3.14-3.15/linux,darwin',
      map: { path: ['arg:0'], mode: { from: [], default: str('r') }, flags: null },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import readline
        readline.read_init_file('file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'readline.read_history_file',
      of: 'function',
      targets: '3.14-3.15/linux,darwin',
      map: { path: ['arg:0'], mode: { from: [], default: str('r') }, flags: null },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import readline
        readline.read_history_file('file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'readline.write_history_file',
      of: 'function',
      targets: '3.14-3.15/linux,darwin',
      map: { path: ['arg:0'], mode: { from: [], default: str('w') }, flags: null },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import readline
        readline.write_history_file('history.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'readline.append_history_file',
      of: 'function',
      targets: '3.14-3.15/linux,darwin',
      map: { path: ['arg:1'], mode: { from: [], default: str('a') }, flags: null },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import readline
        readline.append_history_file(0, 'file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_imp.create_dynamic',
      aliases: ['imp.create_dynamic'],
      of: 'function',
      when: [{ operand: ['arg:1', 'kw:file'], is: 'given' }],
      map: { path: null, mode: { from: [], default: str('r') }, flags: { from: [], default: int(0) } },
      stop: true,
      example: py`
        import _imp
        import importlib.machinery
        spec = importlib.machinery.ModuleSpec('absent', None, origin='file.txt')
        _imp.create_dynamic(spec, 'file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ossaudiodev.open',
      of: 'function',
      targets: '3.8-3.12/linux',
      map: { path: ['arg:-2'], mode: { from: [], default: NONE }, flags: null },
      stop: true,
      example: py`
        import ossaudiodev
        ossaudiodev.open('/dev/dsp', 'r')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ossaudiodev.openmixer',
      of: 'function',
      targets: '3.8-3.12/linux',
      map: { path: ['arg:0'], mode: { from: [], default: NONE }, flags: null },
      stop: true,
      example: py`
        import ossaudiodev
        ossaudiodev.openmixer('/dev/mixer')  # raises
      `,
    },
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python FILE',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'A file is about to be opened.',
    meaning:
      'The most frequent event of all. The path is as the caller wrote it, relative or even a descriptor ' +
      'number, so resolve it before deciding. The mode lacks `b` and `t`; it is None when `os.open` asks, ' +
      'and then `flags` tells. It comes before the file exists or is truncated, and before an opener ' +
      'runs. Not everything passes here: `os.stat`, `sqlite3`, `ssl` certificates, and dbm libraries open ' +
      'files unseen.',
    page: 'library/functions.html#open',
    cwe: [73],
    nearMiss: py`
      import os

      os.stat('file.txt')
      os.path.exists('file.txt')
      reader, writer = os.pipe()
    `,
  },
};
