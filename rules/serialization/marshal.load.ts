import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const marshalLoad: EventRule = {
  code: 'PYA1602',
  event: 'marshal.load',
  category: 'serialization',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'marshal.load',
      of: 'function',
      map: {},
      example: py`
        import io
        import marshal
        stream = io.BytesIO(marshal.dumps([1]))
        marshal.load(stream)  # raises
      `,
    },
  ],
  docs: {
    summary: "An object is about to be read in marshal's format from a file.",
    meaning:
      'It has no arguments, not even the file. Marshal is not safe against malicious data: a code object ' +
      'read from it can crash or take over the interpreter when it runs. In 3.8 `code.__new__` comes ' +
      'instead, once per code object.',
    page: 'library/marshal.html#marshal.load',
    cwe: [502],
    nearMiss: py`
      import io
      import json

      json.load(io.StringIO('[1]'))
    `,
  },
};
