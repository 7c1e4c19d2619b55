import type { EventRule } from '../../src/model/catalogue.ts';
import { str } from '../../src/model/constant.ts';

export const osPutenv: EventRule = {
  code: 'PYA1002',
  event: 'os.putenv',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'key' }, { name: 'value', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.putenv',
      aliases: ['os.putenv', 'nt.putenv'],
      of: 'function',
      map: { key: ['arg:0'], value: ['arg:1'] },
    },
    {
      kind: 'call',
      api: 'os._Environ.__setitem__',
      of: 'method',
      map: { key: ['arg:0'], value: ['arg:1'] },
      python: true,
    },
    {
      kind: 'call',
      api: 'os._Environ.setdefault',
      of: 'method',
      when: [{ runtime: 'the variable is not set' }],
      map: { key: ['arg:0', 'kw:key'], value: ['arg:1', 'kw:value'] },
      python: true,
    },
    {
      kind: 'call',
      api: 'os._Environ.update',
      of: 'method',
      map: { key: null, value: null },
      python: true,
    },
    {
      kind: 'call',
      api: 'os._Environ.__ior__',
      of: 'method',
      targets: '3.9-3.15',
      map: { key: null, value: null },
      python: true,
    },
    {
      kind: 'call',
      api: 'os._Environ.__delitem__',
      of: 'method',
      targets: '3.8/win32',
      map: { key: ['arg:0'], value: { from: [], default: str('') } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
