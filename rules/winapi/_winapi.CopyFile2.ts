import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCopyFile2: EventRule = {
  code: 'PYA1450',
  event: '_winapi.CopyFile2',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'existing_file_name' }, { name: 'new_file_name' }, { name: 'flags' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CopyFile2',
      of: 'function',
      map: {
        existing_file_name: ['arg:0', 'kw:existing_file_name'],
        new_file_name: ['arg:1', 'kw:new_file_name'],
        flags: ['arg:2', 'kw:flags'],
      },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CopyFile2('file.txt', 'copy.txt', 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file is about to be copied by Windows itself.',
    meaning:
      "Since 3.12 `shutil.copy2` prefers it, and pathlib's copying does in 3.14, so a hook that watches " +
      'copies on Windows needs it besides `shutil.copyfile`. It was never documented, and no `open` ' +
      'follows.',
    page: 'library/shutil.html#shutil.copy2',
    nearMiss: py`
      import shutil

      shutil.disk_usage('.')
    `,
  },
};
