import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const tempfileMkdtemp: EventRule = {
  code: 'PYA1448',
  event: 'tempfile.mkdtemp',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'fullpath' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'tempfile.mkdtemp',
      of: 'function',
      map: { fullpath: null },
      python: true,
      example: py`
        import tempfile
        tempfile.mkdtemp(dir='folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A temporary folder is about to be created.',
    meaning:
      'The full path is chosen and passed before the attempt, one event per attempt; `os.mkdir` follows ' +
      'with mode 0o700. TemporaryDirectory comes here.',
    page: 'library/tempfile.html#tempfile.mkdtemp',
    nearMiss: py`
      import tempfile

      tempfile.gettempprefix()
    `,
  },
};
