import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import {
  type AnalyzeOptions,
  analyze,
  type CallView,
  defineRule,
  type EventView,
  type Finding,
  formatReport,
  formatTargets,
  type LintReport,
  lint,
  type ProgramAnalysis,
  type Region,
  type Rule,
  type Settings,
  UsageError,
  version,
} from '../../bin/api.ts';
import { KEYS } from '../../src/config/files/section.ts';
import type { OPTIONS, ValueOf } from '../../src/config/options/index.ts';
import { ROOT } from '../sources.ts';

const directory = mkdtempSync(join(tmpdir(), 'pyaudit-api-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
};
beforeAll(() => {
  write('app/__init__.py', '');
  write('app/main.py', 'import os\n\n\ndef run(command):\n    os.system(command)\n');
  write('app/cli.py', 'from app.main import run\n\nrun("ls")\neval(input())\n');
});

const isolated: AnalyzeOptions = { paths: ['app'], configuration: false };
const shown = ({ findings }: LintReport): string[] =>
  findings.map(({ file, region, event, level }) => `${file}:${region.line} ${event} ${level}`);

const noRun = defineRule({
  meta: {
    code: 'ACME0001',
    name: 'no-run',
    tier: 'dangerous',
    summary: 'Nothing is run.',
    meaning: 'Call `safe_run`.',
    messages: { run: 'call safe_run in place of {{name}}' },
  },
  create: (context) => ({
    'Call:app.main.run': (call) =>
      context.report({ place: call, messageId: 'run', data: { name: call.callees[0]!.name } }),
  }),
});

describe('lint', () => {
  it('reports what the command line does, as every format of it would', async () => {
    const report = await lint({ ...isolated, directory, settings: { preset: 'all' } });
    const line = ['bin/pyaudit-lint', '--isolated', '--preset', 'all', '--format', 'json'].map((word) =>
      word.startsWith('bin/') ? join(ROOT, word) : word,
    );
    const fromCommand = execFileSync(process.execPath, [...line, '--exit-zero', 'app'], {
      cwd: directory,
      encoding: 'utf8',
    });
    const ours = JSON.parse(await formatReport(report, 'json')) as { findings: unknown };
    expect(ours.findings).toEqual((JSON.parse(fromCommand) as { findings: unknown }).findings);
    expect(await formatReport(report, 'concise')).toContain('app/main.py:5');
    expect(JSON.parse(await formatReport(report, 'sarif'))).toMatchObject({ version: '2.1.0' });
  });

  it('takes settings by key, and tells what the command would end with', async () => {
    const settings: Settings = { select: ['os.system'], 'fail-on': 'error' };
    const report = await lint({ ...isolated, directory, settings });
    expect(shown(report)).toEqual(['app/main.py:5 os.system warning']);
    expect(report.exitCode).toBe(0);
    expect((await lint({ ...isolated, directory })).exitCode).toBe(1);
  });

  it('finds the configuration file, which settings go before', async () => {
    write('pyaudit-lint.toml', 'select = ["exec"]\nlevels = { "os.system" = "error" }\n');
    try {
      expect(shown(await lint({ directory, paths: ['app'] }))).toEqual(['app/cli.py:4 exec warning']);
      const report = await lint({ directory, paths: ['app'], settings: { select: ['os.system'] } });
      expect(shown(report)).toEqual(['app/main.py:5 os.system error']);
    } finally {
      rmSync(join(directory, 'pyaudit-lint.toml'));
    }
  });

  it('runs rules, with what formats need to tell of them', async () => {
    const report = await lint({
      ...isolated,
      directory,
      settings: { select: ['ACME0001'] },
      rules: [noRun],
    });
    expect(report.findings.map(({ message }) => message)).toEqual(['call safe_run in place of app.main.run']);
    const { runs } = JSON.parse(await formatReport(report, 'sarif')) as {
      runs: { tool: { driver: { rules: { id: string }[] } } }[];
    };
    expect(runs[0]!.tool.driver.rules.map(({ id }) => id)).toContain('ACME0001');
  });

  it('tells of every mistake, and where', async () => {
    const settings = { preset: 'al', selct: ['os.system'] } as unknown as Settings;
    await expect(lint({ ...isolated, directory, settings })).rejects.toThrow(
      new UsageError(
        [
          'settings: `preset` cannot be `al`; did you mean `all`?',
          'settings: there is no key `selct` (did you mean `select`?); `pyaudit-lint --isolated --show-settings` lists them',
        ].join('\n'),
      ),
    );
    const odd = { select: [() => {}] } as unknown as Settings;
    await expect(lint({ ...isolated, directory, settings: odd })).rejects.toThrow(
      'settings.select[0] is function; settings are texts, numbers, booleans, lists and objects',
    );
    await expect(lint({ directory, paths: ['nowhere'], configuration: false })).rejects.toThrow(UsageError);
    const broken = { ...noRun, meta: { ...noRun.meta, code: 'PYA0001' } };
    await expect(lint({ ...isolated, directory, rules: [broken] })).rejects.toThrow(/^rules\[0\]: /);
  });
});

describe('analyze', () => {
  it('gives the program and every event of it', async () => {
    const { program, events, region, faults } = await analyze({ ...isolated, directory });
    expect(faults).toEqual([]);
    const [call] = program.calls((name) => name === 'os.system');
    expect(call?.function.name).toBe('app.main.run');
    expect(call && region(call)).toEqual({ line: 5, column: 8, endLine: 5, endColumn: 14 });
    expect(events.map(({ file, event }) => `${file} ${event}`)).toContain('app/cli.py builtins.input');
    expect(
      program
        .functions()
        .find(({ name }) => name === 'app.main.run')
        ?.reaches()[0]?.event,
    ).toBe('os.system');
  });
});

describe('the types', () => {
  it('of settings have a key for each of the configuration, but that files extend others', () => {
    expectTypeOf<Settings>().not.toBeAny();
    const keys = KEYS.filter((key) => key !== 'extend');
    expectTypeOf(keys).toEqualTypeOf<string[]>();
    type Own = Exclude<keyof Settings, `extend-${string}` | 'overrides' | 'raiser'>;
    expectTypeOf<Own>().toExtend<keyof typeof OPTIONS>();
    expectTypeOf<NonNullable<Settings['preset']>>().toEqualTypeOf<ValueOf<'preset'>>();
    expectTypeOf<NonNullable<Settings['fail-on']>>().toEqualTypeOf<ValueOf<'fail-on'>>();
    expectTypeOf<NonNullable<Settings['max-findings']>>().toEqualTypeOf<number>();
    expectTypeOf<NonNullable<Settings['platform']>>().toEqualTypeOf<ValueOf<'platform'>>();
  });

  it('of the functions', () => {
    expectTypeOf(lint).returns.resolves.toEqualTypeOf<LintReport>();
    expectTypeOf(analyze).returns.resolves.toEqualTypeOf<ProgramAnalysis>();
    expectTypeOf<ProgramAnalysis['events']>().toEqualTypeOf<readonly Finding[]>();
    expectTypeOf<ProgramAnalysis['region']>().returns.toEqualTypeOf<Region | undefined>();
    expectTypeOf(formatReport).returns.resolves.toEqualTypeOf<string>();
    expectTypeOf(formatTargets).returns.toEqualTypeOf<string[]>();
    expectTypeOf(version).toEqualTypeOf<string>();
  });

  it('of rules know their messages and listeners', () => {
    expectTypeOf(noRun).toEqualTypeOf<Rule<'run'>>();
    defineRule({
      meta: { ...noRun.meta, messages: { one: '1' } },
      create: (context) => ({
        'Call:os.*': (call) => expectTypeOf(call).toEqualTypeOf<CallView>(),
        Event: (event) => expectTypeOf(event).toEqualTypeOf<EventView>(),
        'Program:end': () => {
          // @ts-expect-error there is no such message
          context.report({ place: context.program.functions()[0]!, messageId: 'two' });
        },
      }),
    });
    // @ts-expect-error a rule without a code
    defineRule({ meta: { name: 'x' }, create: () => ({}) });
  });
});
