import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE, str } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const subprocessPopen: EventRule = {
  code: 'PYA1020',
  event: 'subprocess.Popen',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'executable' }, { name: 'args' }, { name: 'cwd' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'subprocess.Popen',
      of: 'class',
      targets: '3.8-3.15/linux,darwin',
      when: [{ operand: ['arg:8', 'kw:shell'], is: 'false', default: FALSE }],
      map: {
        executable: { from: ['arg:2', 'kw:executable', 'arg:0', 'kw:args'], convert: 'first-item' },
        args: { from: ['arg:0', 'kw:args'], convert: 'listed' },
        cwd: { from: ['arg:9', 'kw:cwd'], default: NONE },
        env: { from: ['arg:10', 'kw:env'], default: NONE },
      },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import subprocess
        subprocess.Popen(['ls', '-l'])  # raises
      `,
    },
    {
      kind: 'call',
      api: 'subprocess.Popen',
      of: 'class',
      targets: '3.8-3.15/linux,darwin',
      when: [{ operand: ['arg:8', 'kw:shell'], is: 'true', default: FALSE }],
      map: {
        executable: { from: ['arg:2', 'kw:executable'], default: str('/bin/sh') },
        args: { from: ['arg:0', 'kw:args'], convert: 'shell-listed' },
        cwd: { from: ['arg:9', 'kw:cwd'], default: NONE },
        env: { from: ['arg:10', 'kw:env'], default: NONE },
      },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import subprocess
        subprocess.Popen('ls | wc', shell=True)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'subprocess.Popen',
      of: 'class',
      targets: '3.8-3.15/win32',
      map: {
        executable: { from: ['arg:2', 'kw:executable'], default: NONE },
        args: ['arg:0', 'kw:args'],
        cwd: { from: ['arg:9', 'kw:cwd'], default: NONE },
        env: { from: ['arg:10', 'kw:env'], default: NONE },
      },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import subprocess
        subprocess.Popen(['notepad.exe'])  # raises
      `,
    },
  ],
  docs: {
    summary: 'A program is about to be started.',
    meaning:
      "The one event for `run`, `call`, `check_output`, `os.popen` and asyncio's subprocesses. With " +
      '`shell=True` on POSIX the arguments are `/bin/sh`, `-c` and the text; a single text becomes a list ' +
      'of one. The executable is the first argument unless given, before PATH is searched. On Windows the ' +
      'arguments are the joined command line. The environment, None when inherited, may hold secrets.',
    page: 'library/subprocess.html#subprocess.Popen',
    cwe: [78],
    nearMiss: py`
      import shlex
      import subprocess

      shlex.split('ls -l')
      subprocess.list2cmdline(['ls', '-l'])
    `,
  },
};
