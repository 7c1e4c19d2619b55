import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const shutilRmtree: EventRule = {
  code: 'PYA1446',
  event: 'shutil.rmtree',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'dir_fd', versions: '3.11-3.15' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.rmtree',
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], dir_fd: { from: ['kw:dir_fd'], default: NONE } },
      python: true,
      example: py`
        import shutil
        shutil.rmtree('folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A directory tree is about to be removed.',
    meaning:
      'This event names the tree; what follows, `os.remove` and `os.rmdir` with `dir_fd`, mostly carries ' +
      'bare names. It comes before anything is deleted, so refusing it saves the whole. Since 3.11 ' +
      '`dir_fd` is passed. Leaving a TemporaryDirectory comes here too.',
    page: 'library/shutil.html#shutil.rmtree',
    nearMiss: py`
      import shutil

      shutil.rmtree.avoids_symlink_attacks
    `,
  },
};
