import { describe, expect, it } from 'vitest';
import { report } from '../report/sample.ts';
import { lines, start } from './start.ts';

describe('what is accepted', () => {
  it.each([
    [['--baseline', 'b.jsonl'], { baseline: { file: 'b.jsonl', action: 'compare' } }],
    [['--write-baseline'], { baseline: { file: 'pyaudit-baseline.jsonl', action: 'write' } }],
    [['--prune-baseline', '--baseline=b'], { baseline: { file: 'b', action: 'prune' } }],
    [['--baseline', 'b', '--baseline-commit', 'main...'], { baselineCommit: 'main...' }],
    [['--require-reasons', '--show-accepted'], { requireReason: true, showAccepted: true }],
    [['--add-ignore'], { addIgnore: {} }],
    [['--add-ignore', '--reason', ' why '], { addIgnore: { reason: 'why' } }],
  ])('%s', async (flags, expected) => {
    expect((await lines(...flags)).settings).toMatchObject(expected);
  });

  it('by a revision needs no file', async () => {
    const { settings } = await lines('--baseline', 'b', '--baseline-commit', 'main');
    expect(settings).not.toHaveProperty('baseline');
  });

  it.each([
    [
      ['--write-baseline', '--baseline-commit', 'x'],
      '`write-baseline` and `baseline-commit` (--baseline-commit): each compares with something else; run them one after the other',
    ],
    [['--prune-baseline', '--baseline-commit', 'x'], 'each compares with something else'],
    [['--prune-baseline', '--write-baseline'], 'a baseline that is written anew has nothing to prune'],
    [['--reason', 'x'], 'a reason is for the comments that --add-ignore writes; give both'],
    [['-', '--stdin-filename', 'a.py', '--add-ignore'], 'standard input is none; name the file itself'],
    [
      ['--add-ignore', '--require-reasons'],
      '--add-ignore wants --reason TEXT here, since `require-reasons` is on',
    ],
    [['--add-ignore', '--reason', 'a # b'], '--reason must not hold a `#` between blanks'],
    [['--add-ignore', '--reason', 'a\nb'], '--reason must be one line'],
  ])('%s is refused', async (flags, message) => {
    const { code, err } = await lines(...flags);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('is written where it belongs, and told on standard error', async () => {
    const baseline = {
      name: 'b',
      accepted: 2,
      stale: 0,
      broughtByData: 0,
      notices: ['Look \u001b.'],
      text: 'T\n',
    };
    const analyse = async () => report({ findings: [], baseline });
    const written = await start(['--write-baseline', '--baseline', 'b'], { analyse });
    expect([written.files.get('b'), written.err]).toEqual([
      'T\n',
      'pyaudit-lint: Look \\x1b.\npyaudit-lint: b accepts 2 findings; commit it, and name it with --baseline or in the configuration\n',
    ]);
    const edit = { path: '/p/a.py', shown: 'a.py', bytes: new Uint8Array([65]), comments: 1, findings: 2 };
    const edits = { files: [edit], notices: ['b.py is left as it is: it has a syntax error.'] };
    const commented = await start(['--add-ignore'], { analyse: async () => report({ edits }) });
    expect([commented.code, commented.out, commented.files.get('/p/a.py')]).toEqual([0, '', 'A']);
    expect(commented.err).toBe(
      'pyaudit-lint: b.py is left as it is: it has a syntax error.\npyaudit-lint: wrote 1 comment for 2 findings into 1 file\n',
    );
    const lost = { ...edits, files: [{ ...edit, path: '/nowhere/a.py' }] };
    const failed = await start(['--add-ignore'], { analyse: async () => report({ edits: lost }) });
    expect([failed.code, failed.err]).toEqual([
      2,
      'pyaudit-lint: the comments of a.py cannot be written to /nowhere/a.py: no such directory\n',
    ]);
  });
});
