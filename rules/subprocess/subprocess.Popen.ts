import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE, str } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
