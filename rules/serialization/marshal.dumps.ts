import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const marshalDumps: EventRule = {
  code: 'PYA1601',
  event: 'marshal.dumps',
  category: 'serialization',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'value' }, { name: 'version' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'marshal.dumps',
      of: 'function',
      map: { value: ['arg:0'], version: ['arg:1'] },
      example: py`
        import marshal
        marshal.dumps([1])  # raises
      `,
    },
    {
      kind: 'call',
      api: 'marshal.dump',
      of: 'function',
      map: { value: ['arg:0'], version: ['arg:2'] },
      example: py`
        import io
        import marshal
        marshal.dump([1], io.BytesIO())  # raises
      `,
    },
  ],
  docs: {
    summary: "An object is written in marshal's format.",
    meaning:
      "Raised since 3.9 with the object and the format's version. The import system does it to write .pyc " +
      'files; in a program it mostly means that code objects are stored or sent. In 3.8 nothing is ' +
      'raised.',
    page: 'library/marshal.html#marshal.dumps',
    nearMiss: py`
      import json
      import marshal

      json.dumps([1])
      marshal.version
    `,
  },
};
