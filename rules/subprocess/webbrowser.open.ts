import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const webbrowserOpen: EventRule = {
  code: 'PYA1021',
  event: 'webbrowser.open',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'url', sensitive: 'user-info' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'webbrowser.GenericBrowser.open',
      of: 'method',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import webbrowser
        webbrowser.GenericBrowser('true').open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.BackgroundBrowser.open',
      of: 'method',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import webbrowser
        webbrowser.BackgroundBrowser('true').open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.UnixBrowser.open',
      of: 'method',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import webbrowser
        webbrowser.UnixBrowser('true').open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.Konqueror.open',
      of: 'method',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import webbrowser
        webbrowser.Konqueror('true').open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.Grail.open',
      of: 'method',
      targets: '3.8-3.11',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      stop: true,
      example: py`
        import webbrowser
        webbrowser.Grail('true').open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.WindowsDefault.open',
      of: 'method',
      targets: '3.8-3.15/win32',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import webbrowser
        webbrowser.WindowsDefault().open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.MacOSX.open',
      of: 'method',
      targets: '3.8-3.12/darwin',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on macOS',
      example: py`
        import webbrowser
        webbrowser.MacOSX('default').open('http://example.org/')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'webbrowser.MacOSXOSAScript.open',
      of: 'method',
      targets: '3.13-3.15/darwin',
      map: { url: ['arg:0', 'kw:url'] },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on macOS',
      example: py`
        import webbrowser
        webbrowser.MacOSXOSAScript('default').open('http://example.org/')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A URL is about to be shown in a web browser.',
    meaning:
      "The controllers of the library raise it, not the module's `open` itself: with a controller class " +
      "of somebody's own it may not come. Most start a program, so `subprocess.Popen` follows. The " +
      'environment variable BROWSER chooses the program. A `file:` URL opens local files.',
    page: 'library/webbrowser.html#webbrowser.open',
    nearMiss: py`
      import webbrowser

      webbrowser.Error('no browser')
    `,
  },
};
