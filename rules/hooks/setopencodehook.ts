import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const setopencodehook: EventRule = {
  code: 'PYA2501',
  event: 'setopencodehook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PyFile_SetOpenCodeHook (C API)',
      note: 'not seen at run time',
    },
  ],
  docs: {
    summary: 'An embedding program installs the hook that opens code files.',
    meaning:
      'Only the C function PyFile_SetOpenCodeHook raises it, and only programs that embed Python call ' +
      'that; no Python code can. The hook then decides how `io.open_code` opens files for import, and a ' +
      'second one cannot be set.',
    page: 'library/io.html#io.open_code',
    nearMiss: py`
      import io

      io.open_code
    `,
  },
};
