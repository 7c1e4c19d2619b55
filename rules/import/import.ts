import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const importEvent: EventRule = {
  code: 'PYA1502',
  event: 'import',
  category: 'import',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [
    { name: 'module' },
    { name: 'filename' },
    { name: 'sys.path' },
    { name: 'sys.meta_path' },
    { name: 'sys.path_hooks' },
  ],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'syntax',
      form: 'import',
      map: {
        module: ['arg:0'],
        filename: { from: [], default: NONE },
        'sys.path': null,
        'sys.meta_path': null,
        'sys.path_hooks': null,
      },
      example: py`
        import colorsys  # raises
      `,
    },
    {
      kind: 'call',
      api: 'builtins.__import__',
      of: 'function',
      map: {
        module: ['arg:0', 'kw:name'],
        filename: { from: [], default: NONE },
        'sys.path': null,
        'sys.meta_path': null,
        'sys.path_hooks': null,
      },
      example: py`
        __import__('colorsys')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_imp.create_dynamic',
      aliases: ['imp.create_dynamic'],
      of: 'function',
      map: {
        module: null,
        filename: null,
        'sys.path': { from: [], default: NONE },
        'sys.meta_path': { from: [], default: NONE },
        'sys.path_hooks': { from: [], default: NONE },
      },
      example: py`
        import _imp
        import importlib.util
        spec = importlib.util.find_spec('_ctypes_test') or importlib.util.find_spec('_testcapi')
        _imp.create_dynamic(spec)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'importlib.import_module',
      of: 'function',
      targets: '3.15',
      map: {
        module: ['arg:0', 'kw:name'],
        filename: { from: [], default: NONE },
        'sys.path': null,
        'sys.meta_path': null,
        'sys.path_hooks': null,
      },
      python: true,
      example: py`
        import importlib
        importlib.import_module('colorsys')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'importlib._bootstrap.__import__',
      aliases: ['importlib.__import__'],
      of: 'function',
      targets: '3.15',
      map: {
        module: ['arg:0', 'kw:name'],
        filename: { from: [], default: NONE },
        'sys.path': null,
        'sys.meta_path': null,
        'sys.path_hooks': null,
      },
      python: true,
      example: py`
        import importlib
        importlib.__import__('colorsys')  # raises
      `,
    },
  ],
  // Lib/importlib/_bootstrap_external.py: FileFinder lists folders, SourceLoader.get_code reads and compiles
  alongside: [
    { event: 'open', versions: '3.8-3.15' },
    { event: 'os.listdir', versions: '3.8-3.15' },
    { event: 'compile', versions: '3.8-3.15' },
    { event: 'code.__new__', versions: '3.8' },
    { event: 'marshal.loads', versions: '3.9-3.15' },
    { event: 'exec', versions: '3.8-3.15' },
    // where there is no .pyc yet: _cache_bytecode, _write_atomic
    { event: 'marshal.dumps', versions: '3.9-3.15', seldom: true },
    { event: 'builtins.id', versions: '3.8-3.15', seldom: true },
    { event: 'os.mkdir', versions: '3.8-3.15', seldom: true },
    { event: 'os.rename', versions: '3.8-3.15', seldom: true },
  ],
  docs: {
    summary: 'A module that is not loaded yet is about to be imported.',
    meaning:
      'One event per missing module, parents of a dotted name included, and none for what `sys.modules` ' +
      'already holds. The search paths are passed as the live lists, the file name is None; an extension ' +
      'module adds a second event with its file and the lists as None. Up to 3.14 ' +
      '`importlib.import_module` goes past this event for the module itself, from 3.15 on it does not. ' +
      'There, `lazy import` raises nothing at the statement but at the first use of the name. Reading and ' +
      'running the module raise `open`, `marshal.loads` or `compile`, and `exec` besides.',
    page: 'reference/import.html',
    cwe: [829],
    nearMiss: py`
      import sys

      sys.modules['sys']
    `,
  },
};
