import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const fcntlIoctl: EventRule = {
  code: 'PYA1403',
  event: 'fcntl.ioctl',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'request' }, { name: 'arg' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.ioctl',
      of: 'function',
      map: { fd: ['arg:0'], request: ['arg:1'], arg: { from: ['arg:2'], default: NONE } },
      stop: true,
      example: py`
        import fcntl
        fcntl.ioctl(0, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A device is controlled with `ioctl`.',
    meaning:
      "What happens depends on the device and the request number, from asking a terminal's width to " +
      'injecting typed characters (TIOCSTI) or reconfiguring a network interface. The event has the ' +
      'descriptor, not the device; a mutable buffer as `arg` is filled after the event.',
    page: 'library/fcntl.html#fcntl.ioctl',
    nearMiss: py`
      import shutil

      shutil.get_terminal_size()
    `,
  },
};
