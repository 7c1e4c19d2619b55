import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osSystem: EventRule = {
  code: 'PYA1013',
  event: 'os.system',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'command' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.system',
      aliases: ['os.system', 'nt.system'],
      of: 'function',
      map: { command: ['arg:0', 'kw:command'] },
      stop: true,
      example: py`
        import os
        os.system('exit 0')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A command line is about to run in a shell.',
    meaning:
      'The text is what the shell will parse, as bytes on POSIX and str on Windows; the programs it ' +
      'starts raise nothing here. `os.popen` and `subprocess` with `shell=True` are the other ways to a ' +
      'shell and show as `subprocess.Popen`. A name built from user input is the classic command ' +
      'injection.',
    page: 'library/os.html#os.system',
    cwe: [78],
    nearMiss: py`
      import platform

      platform.system
      platform.python_version()
    `,
  },
};
