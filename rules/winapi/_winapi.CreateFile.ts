import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreateFile: EventRule = {
  code: 'PYA1451',
  event: '_winapi.CreateFile',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [
    { name: 'file_name' },
    { name: 'desired_access' },
    { name: 'share_mode' },
    { name: 'creation_disposition' },
    { name: 'flags_and_attributes' },
  ],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateFile',
      of: 'function',
      map: {
        file_name: ['arg:0'],
        desired_access: ['arg:1'],
        share_mode: ['arg:2'],
        creation_disposition: ['arg:4'],
        flags_and_attributes: ['arg:5'],
      },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreateFile('file.txt', 0x80000000, 0, 0, 3, 0, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Windows file, pipe or device is about to be opened by the raw system call.',
    meaning:
      "Private: multiprocessing's and asyncio's pipes use it. The access and the disposition are the " +
      "system's numbers. Paths such as `\\\\.\\PhysicalDrive0` reach devices, and no `open` follows.",
    page: 'library/asyncio-subprocess.html',
    nearMiss: py`
      import os

      os.path.exists('file.txt')
    `,
  },
};
