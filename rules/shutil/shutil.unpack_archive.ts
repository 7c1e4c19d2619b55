import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const shutilUnpackArchive: EventRule = {
  code: 'PYA1447',
  event: 'shutil.unpack_archive',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'filename' }, { name: 'extract_dir' }, { name: 'format' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.unpack_archive',
      of: 'function',
      map: {
        filename: ['arg:0', 'kw:filename'],
        extract_dir: { from: ['arg:1', 'kw:extract_dir'], default: NONE },
        format: { from: ['arg:2', 'kw:format'], default: NONE },
      },
      python: true,
      stop: true,
      example: py`
        import shutil
        shutil.unpack_archive('file.txt', 'folder', 'tar')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An archive is about to be unpacked.',
    meaning:
      'The folder is None for the current directory and the format None when it is guessed from the name. ' +
      'Members of an untrusted archive may point outside the folder; each file written shows as `open`, ' +
      'links as `os.symlink` and `os.link`.',
    page: 'library/shutil.html#shutil.unpack_archive',
    cwe: [22],
    nearMiss: py`
      import shutil

      shutil.get_unpack_formats()
    `,
  },
};
