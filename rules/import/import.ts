import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
