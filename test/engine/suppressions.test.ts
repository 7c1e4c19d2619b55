import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { targetMask } from '../../src/model/targets.ts';
import { styleOf } from '../../src/report/style.ts';
import { summaryText } from '../../src/report/text-summary.ts';
import { TABLE } from '../flow/programs.ts';
import { settings } from './settings.ts';

const run = async (files: Readonly<Record<string, string>>, more: Partial<Settings> = {}) =>
  analysePaths(
    settings(['.'], { preset: 'recommended', ignore: ['category:import'], ...more }),
    new MemoryHost(files),
    TABLE,
  );

/** What is shown, as `line event`, then a colon and the message of a rule; and the lines of accepted findings. */
async function judged(text: string, more: Partial<Settings> = {}) {
  const report = await run({ 'a.py': text }, more);
  const shown = report.findings.map(
    ({ region, event, message }) => `${region.line} ${event}${message ? `: ${message}` : ''}`,
  );
  const accepted = (report.accepted ?? []).map(
    ({ region, event, acceptance }) =>
      `${region.line} ${event}${acceptance.by === 'comment' ? ` by ${acceptance.line}` : ''}`,
  );
  return { shown, accepted };
}

const clean = (...accepted: string[]) => ({ shown: [], accepted });

describe('a suppression', () => {
  it.each([
    ['on the line', 'import os\nos.system("a")  # pyaudit: ignore[os.system]\n', ['2 os.system by 2']],
    [
      'on the last line of a call',
      'import os\nos.system(\n  "a"\n)  # pyaudit: ignore[os.system]\n',
      ['2 os.system by 4'],
    ],
    [
      'on any line of a call',
      'import os\nos.system(\n  # pyaudit: ignore[os.system]\n  "a"\n)\n',
      ['2 os.system by 3'],
    ],
    [
      'behind a text over lines',
      'import os\nos.system("""\na\n""")  # pyaudit: ignore[os.system]\n',
      ['2 os.system by 4'],
    ],
    [
      'behind a continued line',
      'import os\nx = 1 + \\\n  os.system("a")  # pyaudit: ignore[os.system]\n',
      ['3 os.system by 3'],
    ],
    [
      'on a decorator, for the decorator alone',
      'import os\n@os.system("a")  # pyaudit: ignore[os.system]\ndef f():\n  pass\n',
      ['2 os.system by 2'],
    ],
    [
      'on the line before',
      'import os\n# pyaudit: ignore-next[os.system]\n\nos.system("a")\n',
      ['4 os.system by 2'],
    ],
    [
      'on the line before, behind code',
      'import os  # pyaudit: ignore-next[os.system]\nos.system("a")\n',
      ['2 os.system by 1'],
    ],
    [
      'of a range',
      'import os\n# pyaudit: ignore-start[os.system]\nos.system("a")\n# pyaudit: ignore-end[os.system]\n',
      ['3 os.system by 2'],
    ],
    ['of the file', 'import os\nos.system("a")\n# pyaudit: ignore-file[os.system]\n', ['2 os.system by 3']],
    ['by glob', 'import os\nos.system("a")  # pyaudit: ignore[os.sys*]\n', ['2 os.system by 2']],
    ['by code', 'import os\nos.system("a")  # pyaudit: ignore[PYA1013]\n', ['2 os.system by 2']],
    ['by category', 'import os\nos.system("a")  # pyaudit: ignore[category:process]\n', ['2 os.system by 2']],
    [
      'of several events',
      'import os\nos.system(open("a", "w").name)  # pyaudit: ignore[os.system, open] -- why\n',
      ['2 os.system by 2', '2 open by 2'],
    ],
    [
      'between other comments',
      'import os\nos.system("a")  # noqa: S605  # pyaudit: ignore[os.system] -- it is #1  # type: ignore\n',
      ['2 os.system by 2'],
    ],
    [
      'of an event of the program itself',
      'import sys\nsys.audit("acme.run")  # pyaudit: ignore[acme.run]\n',
      [],
    ],
  ])('%s', async (_, text, accepted) => {
    expect(await judged(text)).toEqual(clean(...accepted));
  });

  it('does not reach over its logical line', async () => {
    const text = 'import os\nos.system("a")\nx = 1  # pyaudit: ignore[os.system]\nif x:\n  os.system("b")\n';
    expect(await judged(text)).toEqual({
      shown: [
        '2 os.system',
        '3 unused-suppression: Nothing in its reach raises `os.system`; remove the comment.',
        '5 os.system',
      ],
      accepted: [],
    });
  });

  it('gives its reason to the report', async () => {
    const { accepted, hidden } = await run({
      'a.py': 'import os\nos.system("a")  # pyaudit: ignore[os.system] -- größer, see #3\n',
    });
    expect(accepted!.map(({ acceptance }) => acceptance)).toEqual([
      { by: 'comment', line: 2, reason: 'größer, see #3' },
    ]);
    expect(hidden.get('suppressed by a comment')).toBe(1);
  });

  it('is used by what the settings hold back, too', async () => {
    const text =
      'import os\nos.system("a")  # pyaudit: ignore[os.system]\nopen("a")  # pyaudit: ignore[open]\n';
    expect(await judged(text, { ignore: ['os.system'] })).toEqual(clean());
    expect(await judged(text, { select: ['socket.*'] })).toEqual(clean());
  });

  it('yields to one that is nearer', async () => {
    const text =
      '# pyaudit: ignore-file[os.system]\nimport os\n# pyaudit: ignore-start[os.*]\nos.system("a")\n' +
      '# pyaudit: ignore-start[os.*]\nos.system("b")  # pyaudit: ignore[os.system]\n# pyaudit: ignore-end[os.*]\n' +
      '# pyaudit: ignore-end[os.*]\n';
    expect(await judged(text)).toEqual({
      shown: [
        '1 unused-suppression: Nothing in its reach raises `os.system`; remove the comment.',
        '5 unused-suppression: Nothing in its reach raises `os.*`; remove the comment.',
      ],
      accepted: ['4 os.system by 3', '6 os.system by 6'],
    });
  });
});

const PROPOSED = 'no form covers all; write `# pyaudit: ignore';

describe('a comment that does nothing is a finding', () => {
  it.each([
    ['ignore', `\`ignore\` names no event, and ${PROPOSED}[os.system, open] -- reason\`.`],
    ['ignore[]', `The brackets behind \`ignore\` are empty, and ${PROPOSED}[os.system, open] -- reason\`.`],
    ['ignore-file', `\`ignore-file\` names no event, and ${PROPOSED}-file[os.system, open] -- reason\`.`],
    [
      'ignore os.system',
      '`ignore` wants its events in brackets; write `# pyaudit: ignore[os.system] -- reason`.',
    ],
    [
      'ignore[os.system',
      'The bracket behind `ignore` is not closed; write `# pyaudit: ignore[os.system] -- reason`.',
    ],
    ['ignore[os.system] because', 'Only a reason may stand behind the brackets; write ` -- because`.'],
    [
      'ignroe[os.system]',
      'There is no `ignroe`; did you mean `ignore`? As in `# pyaudit: ignore[os.system] -- reason`.',
    ],
    [
      'see below',
      'There is no `see`; there are ignore, ignore-next, ignore-start, ignore-end, ignore-file. As in `# pyaudit: ignore[os.system] -- reason`.',
    ],
    ['', 'The comment says nothing; write `# pyaudit: ignore[os.system] -- reason`.'],
    [
      'ignore[os.sytem]',
      'There is no event or code `os.sytem` (did you mean `os.system`?); `pyaudit-lint events` lists them.',
    ],
    ['ignore[*]', '`*` names every event; name them, or a family such as `socket.*` or `category:process`.'],
    [
      'ignore[PYA*]',
      '`PYA*` names every event; name them, or a family such as `socket.*` or `category:process`.',
    ],
    [
      'ignore[unused-suppression]',
      '`unused-suppression` is about such comments and cannot be held back by one; use --ignore or the configuration.',
    ],
    ['ignore-next[os.system]', 'No code follows `ignore-next`; remove it.'],
    ['ignore-start[os.system]', 'The range is not closed; write `# pyaudit: ignore-end[os.system]`.'],
    ['ignore-end[os.system]', 'No `ignore-start[os.system]` stands above; remove it.'],
  ])('%s', async (said, message) => {
    const { shown } = await judged(`import os\nos.system(open("a", "w").name)  # pyaudit: ${said}\n`);
    expect(shown).toEqual(['2 os.system', '2 open', `2 invalid-suppression: ${message}`]);
  });

  it('under another name of the tool', async () => {
    expect((await judged('x = 1  # pyaudit-lint: ignore[os.system]\n')).shown).toEqual([
      '1 invalid-suppression: The comment begins with `pyaudit-lint:`; write `# pyaudit: ignore[os.system] -- reason`.',
    ]);
  });

  it('on a line without code', async () => {
    expect((await judged('import os\n# pyaudit: ignore[os.system]\nos.system("a")\n')).shown).toEqual([
      '2 invalid-suppression: `ignore` stands on a line without code; write `ignore-next`.',
      '3 os.system',
    ]);
  });

  it('where a range of other names is open', async () => {
    const text =
      'import os\n# pyaudit: ignore-start[os.system]\nos.system("a")\n# pyaudit: ignore-end[open]\n# pyaudit: ignore-end[os.system]\n';
    expect((await judged(text)).shown).toEqual([
      '4 invalid-suppression: No `ignore-start[open]` stands above; the range open here is `ignore-start[os.system]`.',
    ]);
  });

  it('at its own place, one for each name of no use', async () => {
    const text = 'import os\nos.system("a")  # pyaudit: ignore[open, os.system, socket.*]\n';
    const report = await run({ 'a.py': text });
    expect(
      report.findings.map(({ region, message }) => [
        text.split('\n')[1]!.slice(region.column - 1, region.endColumn - 1),
        message,
      ]),
    ).toEqual([
      ['open', 'Nothing in its reach raises `open`; remove the name.'],
      ['socket.*', 'Nothing in its reach raises `socket.*`; remove the name.'],
    ]);
    expect(report.findings.map(({ level, code }) => [level, code])).toEqual([
      ['warning', 'PYA3001'],
      ['warning', 'PYA3001'],
    ]);
  });

  it('without a reason, where one is asked for', async () => {
    const text =
      '# pyaudit: ignore-start[os.system]\nimport os\nos.system("a")\n# pyaudit: ignore-end[os.system]\nos.system("b")  # pyaudit: ignore[os.system] --\n' +
      'os.system("c")  # pyaudit: ignore[os.system] -- c is known\n';
    const { shown } = await judged(text, { requireReason: true });
    const said = (comment: string) =>
      `The comment says no reason; write it behind the brackets, as in \`# pyaudit: ${comment}[os.system] -- reason\`.`;
    expect(shown).toEqual([
      `1 suppression-without-reason: ${said('ignore-start')}`,
      `5 suppression-without-reason: ${said('ignore')}`,
    ]);
  });
});

describe('nothing is called unused', () => {
  const windows = 'import winreg\nprint(1)  # pyaudit: ignore[winreg.*]\n';

  it('that no chosen target raises', async () => {
    expect((await judged(windows, { targets: targetMask(undefined, ['linux']) })).shown).toEqual([]);
    expect((await judged(windows)).shown).toHaveLength(1);
  });

  it('in a file that does not parse, or without its packages', async () => {
    const broken = 'import os\nx = (\nprint(1)  # pyaudit: ignore[os.system]\n';
    expect((await judged(broken)).shown).toEqual([]);
    const dependencies = { leftOut: true, sitePackages: [] };
    expect((await judged('print(1)  # pyaudit: ignore[os.system]\n', { dependencies })).shown).toEqual([]);
  });
});

it('comments of installed packages are not heard, and counted', async () => {
  const report = await analysePaths(
    settings(['app'], { preset: 'recommended', dependencies: { leftOut: false, sitePackages: ['site'] } }),
    new MemoryHost({
      'app/m.py': 'import lib\nlib.run()\n',
      'site/lib.py':
        'import os\n# pyaudit: ignore-file[*]\ndef run():\n    os.system("a")  # pyaudit: ignore[os.system]\n',
    }),
    TABLE,
  );
  expect(report.findings.map(({ file, event }) => `${file} ${event}`)).toEqual(['app/m.py os.system']);
  expect(report.files.unheardComments).toBe(2);
  expect(summaryText(report, styleOf(false))).toContain(
    '; 2 suppression comments of installed packages not heard',
  );
});
