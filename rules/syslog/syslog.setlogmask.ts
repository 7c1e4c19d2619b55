import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const syslogSetlogmask: EventRule = {
  code: 'PYA2403',
  event: 'syslog.setlogmask',
  category: 'logging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'maskpri' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'syslog.setlogmask',
      of: 'function',
      targets: '3.8-3.9/linux,darwin',
      map: { maskpri: ['args'] },
      example: py`
        import syslog
        syslog.setlogmask(255)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'syslog.setlogmask',
      of: 'function',
      targets: '3.10-3.15/linux,darwin',
      map: { maskpri: ['arg:0'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import syslog
        syslog.setlogmask(255)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The priorities that reach the system log are chosen.',
    meaning:
      "A mask that drops messages silences this process's later log lines. In 3.8 and 3.9 the argument " +
      'comes wrapped in one more tuple.',
    page: 'library/syslog.html#syslog.setlogmask',
    cwe: [223],
    nearMiss: py`
      import syslog

      syslog.LOG_MASK(syslog.LOG_ERR)
    `,
  },
};
