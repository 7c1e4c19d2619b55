import { describe, expect, it } from 'vitest';
import { defineRule } from '../../src/lint/rule/contract.ts';
import { filesOf } from '../../src/testing/program-text.ts';
import type { RuleCases } from '../../src/testing/rule-case.ts';
import { RuleTester } from '../../src/testing/rule-tester.ts';
import { TABLE } from '../flow/programs.ts';

const noShell = defineRule({
  meta: {
    code: 'ACME0001',
    name: 'no-shell',
    tier: 'dangerous',
    summary: 'A shell is started.',
    meaning: 'Use a list of arguments.',
    messages: { shell: 'Do not start a shell by {{callee}}.' },
  },
  create: ({ report }) => ({
    'Call:os.system': (call) => report({ place: call, messageId: 'shell', data: { callee: 'os.system' } }),
  }),
});

const shell = { messageId: 'shell', data: { callee: 'os.system' } };

const GOOD: RuleCases = {
  valid: [
    { name: 'a function of the same name', program: 'def system(x): pass\nsystem("ls")', nearMiss: true },
  ],
  invalid: [
    { name: 'directly', program: 'import os\nos.system("ls")', findings: [{ line: 2, ...shell }] },
    {
      name: 'by another name',
      program: 'import os\nrun = os.system\nrun("ls")',
      indirect: true,
      findings: [{ line: 3, ...shell }],
    },
    {
      name: 'in another module',
      program: `
        -- main.py --
        from tools import run
        run("ls")
        -- tools.py --
        from os import system as run
      `,
      findings: [{ file: 'main.py', line: 2, ...shell }],
    },
  ],
};

/** Runs a table and gives what failed, by name of test. */
async function failures(
  cases: RuleCases,
  rule: Parameters<RuleTester['run']>[0] = noShell,
): Promise<Record<string, string>> {
  const tests: { name: string; body: () => Promise<void> | void }[] = [];
  const runner = {
    describe: (_: string, body: () => void) => body(),
    it: (name: string, body: () => Promise<void> | void) => void tests.push({ name, body }),
  };
  new RuleTester(TABLE, runner).run(rule, cases);
  const found: Record<string, string> = {};
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      found[name] = (error as Error).message;
    }
  }
  return found;
}

const FORM = 'is a rule, with the cases that a rule needs';

describe('RuleTester', () => {
  it('passes a rule that does what its cases say', async () => {
    expect(await failures(GOOD)).toEqual({});
  });

  it('shows what is missing and what is extra', async () => {
    const [direct] = GOOD.invalid;
    const wrong = { ...direct!, findings: [{ line: 1, ...shell }] };
    expect(await failures({ ...GOOD, invalid: [wrong, ...GOOD.invalid.slice(1)] })).toEqual({
      'tells: directly':
        'the rule does not say what the case expects (- expected, + said):\n' +
        '- main.py:1: Do not start a shell by os.system.\n' +
        '+ main.py:2: Do not start a shell by os.system.',
    });
  });

  it('holds the schema of the rule against the options of cases', async () => {
    const options = {
      type: 'object',
      properties: { deep: { type: 'boolean' } },
      additionalProperties: false,
    };
    const rule = { ...noShell, meta: { ...noShell.meta, options } };
    const valid = [{ ...GOOD.valid[0]!, options: { deep: 'yes', dep: true } }];
    expect((await failures({ ...GOOD, valid }, rule))[FORM]?.split('\n')).toEqual([
      'a function of the same name: `options` must NOT have additional properties: `dep`',
      'a function of the same name: `options.deep` must be boolean',
    ]);
    const broken = { ...noShell, meta: { ...noShell.meta, options: { type: 'objekt' } } };
    expect((await failures(GOOD, broken))[FORM]).toContain('`meta.options` is no JSON schema: ');
  });

  it('compares as much of a finding as a case asks for', async () => {
    const [direct] = GOOD.invalid;
    const finding = {
      line: 2,
      column: 4,
      endLine: 2,
      endColumn: 10,
      confidence: 'high',
      witness: [],
      ...shell,
    };
    const table = (more: object) =>
      failures({
        ...GOOD,
        invalid: [{ ...direct!, findings: [{ ...finding, ...more } as never] }, ...GOOD.invalid.slice(1)],
      });
    expect(await table({})).toEqual({});
    expect(
      (await table({ column: 1, confidence: 'low', witness: ['f'] }))['tells: directly']
        ?.split('\n')
        .slice(1),
    ).toEqual([
      '- main.py:2:1-2:10: Do not start a shell by os.system. (low) by f',
      '+ main.py:2:4-2:10: Do not start a shell by os.system. (high) by nothing',
    ]);
  });

  it('asks for a near miss, an indirect case and one of several files', async () => {
    expect((await failures({ valid: [], invalid: GOOD.invalid.slice(0, 1) }))[FORM]?.split('\n')).toEqual([
      'no valid case is marked `nearMiss: true`: write one that looks like a finding and is none',
      'no invalid case is marked `indirect: true`: write one that gets there through a name or a function',
      'no invalid case has several files: write one where an import lies between, with lines "-- path --"',
    ]);
  });

  it.each([
    [
      'a misspelt key',
      { valid: [{ ...GOOD.valid[0]!, nearMis: true }] },
      'a function of the same name: there is no "nearMis"; there are name, program, options, nearMiss',
    ],
    [
      'a case that is there twice',
      { valid: [...GOOD.valid, { ...GOOD.valid[0]!, name: 'again' }] },
      'again: the same program as "a function of the same name"',
    ],
    [
      'an unknown message',
      {
        invalid: [...GOOD.invalid, { name: 'x', program: 'pass', findings: [{ line: 1, messageId: 'sh' }] }],
      },
      'x: there is no message "sh"; there are shell',
    ],
    [
      'two cases of one name',
      { valid: [...GOOD.valid, { name: 'directly', program: 'pass' }] },
      'directly: two cases have this name; a failure must tell which it is of',
    ],
    [
      'an invalid case whose findings are left out',
      { invalid: [...GOOD.invalid, { name: 'x', program: 'pass' }] },
      "x: an invalid case has a list `findings`, such as [{ line: 1, messageId: '...' }]",
    ],
    ['a table without a list', { valid: undefined }, 'the cases have no list `valid`'],
    [
      'options of a rule that has none',
      { valid: [{ ...GOOD.valid[0]!, options: { deep: true } }] },
      'a function of the same name: `options`: this rule has no options; remove them',
    ],
    [
      'an invalid case without findings',
      { invalid: [...GOOD.invalid, { name: 'x', program: 'pass', findings: [] }] },
      'x: an invalid case without findings is a valid one',
    ],
  ])('refuses %s', async (_, more, message) => {
    expect((await failures({ ...GOOD, ...more } as RuleCases))[FORM]).toBe(message);
  });

  it('refuses programs that Python would', async () => {
    const broken = { name: 'broken', program: 'def f(:' };
    expect((await failures({ ...GOOD, valid: [...GOOD.valid, broken] }))['says nothing: broken']).toMatch(
      /^main\.py:1: /,
    );
  });

  it('names a rule that throws', async () => {
    const failing = defineRule({
      meta: noShell.meta,
      create: ({ report }) => ({ Call: (call) => report({ place: call, messageId: 'shell' }) }),
    });
    expect((await failures(GOOD, failing))['tells: directly']).toBe(
      'rule no-shell: Error: no data for {{callee}} of "Do not start a shell by {{callee}}."',
    );
  });

  it('refuses what is no rule', async () => {
    const meta = { ...noShell.meta, code: 'PYA9999', tier: 'grave' } as unknown as typeof noShell.meta;
    expect((await failures(GOOD, { ...noShell, meta }))[FORM]?.split('\n')).toEqual([
      "`meta.code` is PYA9999, but codes with PYA are pyaudit-lint's own; choose other letters",
      '`meta.tier` is none of dangerous, effect, inventory',
    ]);
  });
});

describe('a program as one text', () => {
  it('is one file, or several behind headings', () => {
    expect(filesOf('import os')).toEqual({ 'main.py': 'import os' });
    expect(filesOf('\n    -- a.py --\n    if x:\n        y\n    -- b/c.py --\n    z\n  ')).toEqual({
      'a.py': 'if x:\n    y',
      'b/c.py': 'z\n',
    });
  });

  it('refuses what is in no file, or in one twice', () => {
    expect(() => filesOf('x\n-- a.py --')).toThrow('"x" stands before the first "-- path --"');
    expect(() => filesOf('-- a.py --\n-- a.py --')).toThrow('a.py is given twice');
  });
});
