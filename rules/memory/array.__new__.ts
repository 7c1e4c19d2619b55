import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const arrayNew: EventRule = {
  code: 'PYA2001',
  event: 'array.__new__',
  category: 'memory',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'typecode' }, { name: 'initializer' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'array.array',
      aliases: ['array.ArrayType'],
      of: 'class',
      map: { typecode: ['arg:0'], initializer: { from: ['arg:1'], default: NONE } },
      example: py`
        import array
        array.array('b', b'abc')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An array of machine numbers is created.',
    meaning:
      'The type code and the initial value are passed, the latter None when missing. It is audited ' +
      'because arrays are convenient native buffers; copies, slices and unpickled arrays do not raise it.',
    page: 'library/array.html#array.array',
    nearMiss: py`
      import array

      bytearray(b'abc')
      array.typecodes
    `,
  },
};
