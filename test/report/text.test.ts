import { describe, expect, it } from 'vitest';
import { int, str } from '../../src/model/constant.ts';
import { concise } from '../../src/report/concise.ts';
import { full } from '../../src/report/full.ts';
import { text } from '../../src/report/text.ts';
import { CONTEXT, report, reported } from './sample.ts';

const EMPTY = { findings: [], limits: [], hidden: new Map(), inventory: { events: [], interpreter: [] } };
const ESC = '\u001b';

const INVENTORY = `inventory: 2 events at 13 places
  event      places  files  tier       provenance
  os.system       1      1  dangerous  direct
  open           12      2  effect     direct, stdlib
  interpreter, any run:
    cpython.run_command, import
`;

const SUMMARY =
  '1 warning, 4 notes in 3 of 3 files, CPython 3.8-3.15; not shown: 2 below medium confidence, 1,204 inventory tier; 1 file not read\n';

describe('text', () => {
  it('lists findings by file, the inventory, the limits and a summary', () => {
    expect(text(report(), CONTEXT).text).toBe(`app/main.py
    5:8  warning  os.system(command='ls -l')               PYA1001
  12:10  note     open(path='out.txt', mode='w', flags=?)  PYA1401

app/te\\x1b[31mst é.py
  1:1  note  http.client.send(data=<redacted>)  PYA1302

app/zz.py
  5:8  note  acme.started(0=(1, None, ?), 1=b'a\\xff\\x00')  PYA8001
  9:1  note  dynamic-code                                  PYA9001

${INVENTORY}
limits: 4 places the analysis could not see into
  app/bad.py:3:7  syntax  This is no Python the grammar knows; the rest of the file is analysed.
  target-version  CPython 3.16 is newer than the data.
  2  unresolved-call  receiver is a parameter  first: app/main.py:4:1

${SUMMARY}`);
  });

  it('leaves out an unknown receiver and the state of the interpreter, and no other argument', () => {
    const unknown = { kind: 'unknown' as const, reason: 'computed' };
    const shown = (event: string, ...names: string[]) =>
      text(
        report({
          ...EMPTY,
          findings: [reported({ event, arguments: names.map((name) => [name, unknown] as const) })],
        }),
        CONTEXT,
      ).text;
    expect(shown('import', 'module', 'sys.path', 'sys.meta_path')).toContain(' import(module=?) ');
    expect(shown('socket.__new__', 'self', 'family')).toContain(' socket.__new__(family=?) ');
    expect(shown('open', 'path', 'mode', 'flags')).toContain(' open(path=?, mode=?, flags=?) ');
  });

  it('counts the places a limit stands for', () => {
    const limit = { kind: 'unresolved-call' as const, reason: 'r', message: 'm' };
    const limits = [
      { ...limit, file: 'a.py', count: 1200 },
      { ...limit, file: 'b.py', count: 34 },
    ];
    expect(text(report({ ...EMPTY, limits }), CONTEXT).text).toContain(
      'limits: 1,234 places the analysis could not see into\n  1,234  unresolved-call  r  first: a.py\n',
    );
  });

  it('says so when there is nothing', () => {
    expect(text(report(EMPTY), CONTEXT).text).toBe(
      'inventory: no events of its own\n\nno findings in 3 files, CPython 3.8-3.15; 1 file not read\n',
    );
  });

  it('says that a run with faults is incomplete', () => {
    const faults = [{ stage: 'flow', message: 'm' }];
    expect(text(report({ ...EMPTY, faults }), CONTEXT).text).toMatch(/; 1 fault, so this is incomplete\n$/);
  });

  it('lets nothing of the analysed code steer the terminal', () => {
    const hostile = `${ESC}]0;x\u0007\u202e\u009b2J\n\r`;
    const finding = reported({
      file: hostile,
      event: hostile,
      arguments: [[hostile, { kind: 'value', value: str(hostile) }]],
      witness: [{ name: hostile, file: hostile, line: 1 }],
      message: hostile,
      excerpt: { text: hostile, contextStart: 5, context: [hostile], lineHash: 'a:1' },
    });
    const limit = { kind: 'internal' as const, file: hostile, reason: hostile, message: hostile };
    const made = report({
      findings: [finding],
      limits: [limit, { ...limit, kind: 'unresolved-call' }],
      inventory: { events: [{ ...report().inventory.events[0]!, event: hostile }], interpreter: [] },
    });
    for (const format of [text, full]) {
      expect(format(made, CONTEXT).text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      // Each finding keeps to its own lines.
      expect(format(made, CONTEXT).text).not.toContain('\n\r');
    }
  });

  it('colours on request, without changing what stands there', () => {
    const colored = text(report(), { ...CONTEXT, color: true }).text;
    expect(colored).toContain(`${ESC}[33mwarning${ESC}[39m`);
    const codes = new RegExp(`${ESC}\\[\\d+m`, 'g');
    expect(colored.replace(codes, '').replace(/ +$/gm, '')).toBe(text(report(), CONTEXT).text);
  });

  it('writes permission bits in octal', () => {
    const mode = reported({ arguments: [['mode', { kind: 'value', value: int(384) }]] });
    expect(text(report({ ...EMPTY, findings: [mode] }), CONTEXT).text).toContain('os.system(mode=0o600)');
  });

  it('cuts long constants and lists only the first of many broken files', () => {
    const long = reported({ arguments: [['command', { kind: 'value', value: str('x'.repeat(99)) }]] });
    const limits = Array.from({ length: 23 }, (_, line) => ({
      ...report().limits[0]!,
      file: `${line}.py`,
    }));
    const shown = text(report({ findings: [long], limits }), CONTEXT).text;
    expect(shown).toContain(`command='${'x'.repeat(58)}…)`);
    expect(shown).toContain('  19.py:3:7  syntax');
    expect(shown).toContain('\n  and 3 more\n');
  });
});

describe('full', () => {
  it('shows the code, the facts and the path of each finding', () => {
    const made = report({ findings: report().findings.slice(0, 2), hidden: new Map() });
    expect(full(made, CONTEXT).text).toBe(`app/main.py:5:8  warning  os.system(command='ls -l')  PYA1001
4 | def main():
5 |     os.system('ls -l')
  |        ^^^^^^
6 |
  dangerous, direct, high confidence, call-time, CPython 3.8-3.15

app/main.py:12:10  note  open(path='out.txt', mode='w', flags=?)  PYA1401
11 | if a:
12 |   shutil.copyfile(a, b[0](1))
   |          ^^^^^^^^
13 | else:
  effect, stdlib, medium confidence, call-time, CPython 3.12-3.13
  path: app.main.main (app/main.py:30)
     -> shutil.copyfile
     -> io.open

${INVENTORY}
limits: 4 places the analysis could not see into
  app/bad.py:3:7  syntax  This is no Python the grammar knows; the rest of the file is analysed.
  app/main.py:4:1  unresolved-call  Nothing is known of the receiver.
  app/main.py:8:1  unresolved-call  Nothing is known of the receiver.
  target-version  CPython 3.16 is newer than the data.

1 warning, 1 note in 1 of 3 files, CPython 3.8-3.15; 1 file not read
`);
  });

  it('marks the place below wide characters and tabs, and in a very long line', () => {
    const at = (line: string, column: number, endColumn: number) =>
      full(
        report({
          ...EMPTY,
          findings: [
            reported({
              region: { line: 1, column, endLine: 1, endColumn },
              excerpt: { text: line, contextStart: 1, context: [line], lineHash: 'a:1' },
            }),
          ],
        }),
        CONTEXT,
      )
        .text.split('\n')
        .slice(1, 3);
    expect(at('\tx("日本"); open()', 10, 14)).toEqual([
      '1 |  x("日本"); open()',
      `  | ${' '.repeat(11)}^^^^`,
    ]);
    const [code, marks] = at(`${'a'.repeat(500)}open(${'b'.repeat(500)}`, 501, 505);
    expect(code!.length).toBeLessThan(130);
    expect(code!.slice(marks!.indexOf('^')).slice(0, 4)).toBe('open');
  });
});

describe('concise', () => {
  it('is a line for each finding, as editors and terminals make links of, and one that sums up', () => {
    expect(concise(report(), CONTEXT).text).toBe(
      [
        "app/main.py:5:8: warning os.system(command='ls -l') PYA1001",
        "app/main.py:12:10: note open(path='out.txt', mode='w', flags=?) PYA1401",
        'app/te\\x1b[31mst é.py:1:1: note http.client.send(data=<redacted>) PYA1302',
        "app/zz.py:5:8: note acme.started(0=(1, None, ?), 1=b'a\\xff\\x00') PYA8001",
        'app/zz.py:9:1: note dynamic-code PYA9001',
        SUMMARY.replace('\n', '; 4 places not seen into (limits)\n'),
      ].join('\n'),
    );
  });
});
