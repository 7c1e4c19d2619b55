import type { EventRule } from '../../src/model/catalogue.ts';

export const pickleFindClass: EventRule = {
  code: 'PYA1604',
  event: 'pickle.find_class',
  category: 'serialization',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'module' }, { name: 'name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_pickle.Unpickler.find_class',
      aliases: ['pickle.Unpickler.find_class'],
      of: 'method',
      map: { module: ['arg:0'], name: ['arg:1'] },
    },
    {
      kind: 'call',
      api: 'pickle._Unpickler.find_class',
      of: 'method',
      map: { module: ['arg:0', 'kw:module'], name: ['arg:1', 'kw:name'] },
      python: true,
    },
    {
      kind: 'call',
      api: '_pickle.loads',
      aliases: ['pickle.loads'],
      of: 'function',
      when: [{ runtime: 'the pickle names a class or a function' }],
      map: { module: null, name: null },
    },
    {
      kind: 'call',
      api: '_pickle.load',
      aliases: ['pickle.load'],
      of: 'function',
      when: [{ runtime: 'the pickle names a class or a function' }],
      map: { module: null, name: null },
    },
    {
      kind: 'call',
      api: '_pickle.Unpickler.load',
      aliases: ['pickle.Unpickler.load'],
      of: 'method',
      when: [{ runtime: 'the pickle names a class or a function' }],
      map: { module: null, name: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
