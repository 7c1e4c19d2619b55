import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const marshalLoads: EventRule = {
  code: 'PYA1603',
  event: 'marshal.loads',
  category: 'serialization',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'bytes' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'marshal.loads',
      of: 'function',
      map: { bytes: ['arg:0'] },
      example: py`
        import marshal
        data = marshal.dumps([1])
        marshal.loads(data)  # raises
      `,
    },
  ],
  docs: {
    summary: "An object is about to be read in marshal's format from bytes.",
    meaning:
      'The bytes are passed whole. Every import from a .pyc file raises it; in a program it is the common ' +
      'wrapping of hidden code, often after base64 and zlib and before `exec`. In 3.8 `code.__new__` ' +
      'comes instead, once per code object.',
    page: 'library/marshal.html#marshal.loads',
    cwe: [502],
    nearMiss: py`
      import json

      json.loads('[1]')
    `,
  },
};
