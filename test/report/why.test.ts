import { expect, test } from 'vitest';
import { styleOf } from '../../src/report/style.ts';
import { whyText } from '../../src/report/why.ts';
import { explained, why } from './why-sample.ts';

const text = (part: Partial<typeof why>, width = 80): string =>
  whyText({ ...why, ...part }, styleOf(false), width);

test('a finding with its event, its confidence and the way from the entry point', () => {
  expect(text({})).toBe(`app/main.py:5  in app.main.main
    os.system('ls -l')

os.system(command='ls -l')  PYA1001
  dangerous, direct, call-time; CPython 3.8-3.15
  high confidence: nothing on the way is uncertain
  reached from console script tool
    app.cli.main   app/cli.py:9
    app.main.main  app/main.py:5
    os.system      raises it

analysed: 3 files in .
`);
});

test('what the cost is made of', () => {
  const costs = [
    { cost: 10, cause: 'container-element' },
    {
      cost: 1,
      cause: 'undecided-condition',
      condition: { operand: ['kw:shell'], is: 'true' },
    },
  ] as const;
  const shown = text({ findings: [explained({ costs, ceiling: 'low' })] });
  expect(shown).toContain(`  high confidence: 10 for an element of a container, under a key that is not
  known; 1 for a condition that is not decided, raised only if shell is true;
  never above low for this event
`);
});

test('a function that nothing leads to', () => {
  const { reachedFrom: _, ...finding } = explained().finding;
  expect(text({ findings: [explained({ finding })] })).toContain(
    '  reached from nowhere: nothing in the analysed files leads here\n    app.main.main  app/main.py:5\n',
  );
});

test('a line without a finding: its calls, and what is near', () => {
  const region = { line: 5, column: 5, endLine: 5, endColumn: 9 };
  const at = { line: 5, column: 5 };
  const shown = text({
    findings: [],
    calls: [
      { region, at, text: 'f(x)', callees: ['app.main.f'], outside: false },
      { region, at, text: 'lib.g()', callees: ['lib.g'], outside: true },
      { region, at, text: 'h()', callees: [], reason: 'a name that nothing binds', outside: false },
      { region, at, text: 'i()', callees: ['a.i', 'b.i'], reason: 'one of many candidates', outside: false },
    ],
    nearest: [{ line: 12, event: 'open', confidence: 'low' }],
  });
  expect(shown.split('\n').slice(3)).toEqual([
    'no finding on this line, of any confidence',
    '',
    'calls on this line, with their columns',
    '    5  f(x)',
    '         calls app.main.f',
    '    5  lib.g()',
    '         calls lib.g: outside the project, not looked into',
    '    5  h()',
    '         not followed: a name that nothing binds',
    '    5  i()',
    '         perhaps a.i, b.i: one of many candidates',
    '',
    'nearest findings of this file',
    '  12  open  low confidence',
    '',
    'analysed: 3 files in .',
    '',
  ]);
});

test('names and texts of analysed code cannot move the cursor, and fit the width', () => {
  const shown = text({ file: 'a\u001b.py', text: `x = "\u001b[31m${'y'.repeat(200)}"`, findings: [] });
  expect(shown).not.toContain('\u001b');
  expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
