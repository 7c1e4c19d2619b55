import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const shutilMakeArchive: EventRule = {
  code: 'PYA1444',
  event: 'shutil.make_archive',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'base_name' }, { name: 'format' }, { name: 'root_dir' }, { name: 'base_dir' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.make_archive',
      of: 'function',
      map: {
        base_name: ['arg:0', 'kw:base_name'],
        format: ['arg:1', 'kw:format'],
        root_dir: { from: ['arg:2', 'kw:root_dir'], default: NONE },
        base_dir: { from: ['arg:3', 'kw:base_dir'], default: NONE },
      },
      python: true,
      example: py`
        import shutil
        shutil.make_archive('packed', 'tar', 'folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An archive of a folder is about to be written.',
    meaning:
      'The base name lacks the extension that the format adds. With a `root_dir` older versions change ' +
      'the working directory of the process meanwhile (`os.chdir`). Programs that gather data before ' +
      'sending it away often pack it like this.',
    page: 'library/shutil.html#shutil.make_archive',
    nearMiss: py`
      import shutil

      shutil.get_archive_formats()
    `,
  },
};
