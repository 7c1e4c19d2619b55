import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      example: py`
        import io
        import pickle
        unpickler = pickle.Unpickler(io.BytesIO())
        unpickler.find_class('builtins', 'len')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'pickle._Unpickler.find_class',
      of: 'method',
      map: { module: ['arg:0', 'kw:module'], name: ['arg:1', 'kw:name'] },
      python: true,
      example: py`
        import io
        import pickle
        unpickler = pickle._Unpickler(io.BytesIO())
        unpickler.find_class('builtins', 'len')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_pickle.loads',
      aliases: ['pickle.loads'],
      of: 'function',
      when: [{ runtime: 'the pickle names a class or a function' }],
      map: { module: null, name: null },
      example: py`
        import pickle
        data = pickle.dumps(len)
        pickle.loads(data)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_pickle.load',
      aliases: ['pickle.load'],
      of: 'function',
      when: [{ runtime: 'the pickle names a class or a function' }],
      map: { module: null, name: null },
      example: py`
        import io
        import pickle
        stream = io.BytesIO(pickle.dumps(len))
        pickle.load(stream)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_pickle.Unpickler.load',
      aliases: ['pickle.Unpickler.load'],
      of: 'method',
      when: [{ runtime: 'the pickle names a class or a function' }],
      map: { module: null, name: null },
      example: py`
        import io
        import pickle
        stream = io.BytesIO(pickle.dumps(len))
        pickle.Unpickler(stream).load()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A pickle asks for a class or function by name.',
    meaning:
      'This is where a pickle can reach any importable callable, and where a hook can hold it to an ' +
      'allow-list: module and name come before the import. A pickle of plain lists, dictionaries and ' +
      'texts never asks. A subclass of Unpickler that overrides `find_class` without calling the original ' +
      'raises nothing. `shelve`, `multiprocessing` and much of scientific Python load pickles.',
    page: 'library/pickle.html#pickle.Unpickler.find_class',
    cwe: [502],
    nearMiss: py`
      import pickle

      pickle.dumps(len)
    `,
  },
};
