import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const tempfileMkstemp: EventRule = {
  code: 'PYA1449',
  event: 'tempfile.mkstemp',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'fullpath' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'tempfile.mkstemp',
      of: 'function',
      map: { fullpath: null },
      python: true,
      example: py`
        import tempfile
        tempfile.mkstemp(dir='folder')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'tempfile.NamedTemporaryFile',
      of: 'function',
      map: { fullpath: null },
      python: true,
      example: py`
        import tempfile
        tempfile.NamedTemporaryFile(dir='folder')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'tempfile.TemporaryFile',
      of: 'function',
      targets: '3.8-3.15/linux',
      when: [{ runtime: 'the file system does not take O_TMPFILE' }],
      map: { fullpath: null },
      python: true,
      example: py`
        import os
        import tempfile
        if hasattr(os, 'O_TMPFILE'):
            tempfile._O_TMPFILE_WORKS = False
        tempfile.TemporaryFile(dir='folder')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'tempfile.TemporaryFile',
      of: 'function',
      targets: '3.8-3.15/darwin,win32',
      map: { fullpath: null },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'not on Linux',
      example: py`
        import tempfile
        tempfile.TemporaryFile()  # raises
      `,
    },
    {
      kind: 'call',
      api: 'tempfile.SpooledTemporaryFile.rollover',
      of: 'method',
      targets: '3.8-3.15/linux',
      when: [{ runtime: 'the file system does not take O_TMPFILE' }],
      map: { fullpath: null },
      python: true,
      example: py`
        import os
        import tempfile
        if hasattr(os, 'O_TMPFILE'):
            tempfile._O_TMPFILE_WORKS = False
        spool = tempfile.SpooledTemporaryFile(dir='folder')
        spool.rollover()  # raises
      `,
    },
    {
      kind: 'call',
      api: 'tempfile.SpooledTemporaryFile.rollover',
      of: 'method',
      targets: '3.8-3.15/darwin,win32',
      map: { fullpath: null },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'not on Linux',
      example: py`
        import tempfile
        spool = tempfile.SpooledTemporaryFile()
        spool.rollover()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A temporary file is about to be created.',
    meaning:
      'The full path is passed before the attempt; `open` follows with safe flags, mode None. On Linux ' +
      '`TemporaryFile` usually makes a nameless file by O_TMPFILE, and then there is only `open`. The ' +
      'insecure `tempfile.mktemp` merely invents a name and raises nothing.',
    page: 'library/tempfile.html#tempfile.mkstemp',
    nearMiss: py`
      import tempfile

      tempfile.gettempprefix()
    `,
  },
};
