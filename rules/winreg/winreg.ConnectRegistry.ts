import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregConnectRegistry: EventRule = {
  code: 'PYA2201',
  event: 'winreg.ConnectRegistry',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'computer_name' }, { name: 'key' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.ConnectRegistry',
      of: 'function',
      map: { computer_name: ['arg:0'], key: ['arg:1'] },
      returns: 'winreg.HKEYType',
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.ConnectRegistry(None, winreg.HKEY_LOCAL_MACHINE)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry, of this machine or another one, is about to be connected.',
    meaning:
      "A computer name makes all further access a matter of the network and of the other machine's " +
      'rights; None means this machine. The key is one of the predefined ones.',
    page: 'library/winreg.html#winreg.ConnectRegistry',
    nearMiss: py`
      import configparser

      configparser.ConfigParser()
    `,
  },
};
