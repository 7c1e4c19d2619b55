import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { raiserTable } from '../../bin/analysis.ts';
import { formatReport, type LintReport, lint } from '../../bin/api.ts';
import { selectorProblem } from '../../src/lint/select.ts';
import type { ConfiguredRaiser } from '../../src/model/configured-raiser.ts';
import { ROOT } from '../sources.ts';

const directory = join(ROOT, 'test/fixtures/configured-raisers');
let report: LintReport;
beforeAll(async () => {
  report = await lint({ directory, paths: ['app'] });
});

const events = (line: number): string[] =>
  report.findings
    .filter(({ file, region }) => file === 'app/main.py' && region.line === line)
    .map(({ event, code, tier, provenance }) => `${event} ${code} ${tier} ${provenance}`);

describe('what a configuration says of callables', () => {
  it.each([
    ['a function outside the project', 5, ['mylib.run PYA8002 dangerous custom']],
    ['its keyword', 6, ['mylib.run PYA8002 dangerous custom']],
    ['a class', 7, ['mylib.connect PYA8002 effect custom']],
    ['a method', 8, ['mylib.send PYA8002 effect custom']],
    ["an event of CPython's", 9, ['os.system PYA1013 dangerous direct']],
    [
      'a function of an installed package, by the name that the package exports',
      12,
      ['dep.launch PYA8002 effect custom'],
    ],
    ['the same through another function of the package', 13, ['dep.launch PYA8002 effect dependency']],
    ['a safe function of an installed package', 14, []],
    ['another function there', 15, ['os.system PYA1013 dangerous dependency']],
    ["a function of the project's own", 16, ['app.gate PYA8002 effect custom']],
    ['a suppression by the name of the event', 18, []],
    [
      'what a method of the project hands on to where nothing is seen',
      22,
      ['os.system PYA1013 dangerous direct'],
    ],
    ['a condition on a keyword', 23, ['mylib.shell PYA8002 effect custom']],
    ['a condition on a position', 24, ['mylib.shell PYA8002 effect custom']],
    ['a condition by its default', 25, []],
    ['a condition that does not hold', 26, []],
    ['a constant that is asked for', 27, ['mylib.unsafe PYA8002 effect custom']],
  ] as const)('%s', (_, line, expected) => {
    expect(events(line)).toEqual(expected);
  });

  it('arguments come from the operands named', () => {
    const { arguments: given } = report.findings.find(({ event }) => event === 'mylib.send')!;
    expect(given.map(([name, value]) => [name, value.kind])).toEqual([['data', 'value']]);
  });

  it("what a callable calls is called, and a safe function of the project's own raises nothing", () => {
    const own = report.findings.filter(({ file }) => file === 'app/tools.py');
    expect(own.map(({ event, region }) => `${region.line} ${event}`)).toEqual(['13 os.system']);
    expect(own[0]?.reachedFrom?.steps.length).toBeGreaterThan(0);
    expect(report.accepted?.map(({ event }) => event)).toEqual(['mylib.run']);
  });

  it('a name that is not in its module is told of', () => {
    expect(report.limits.filter(({ reason }) => reason === 'configured name not found')).toEqual([
      {
        kind: 'unresolved-call',
        file: 'pyaudit-lint.toml',
        reason: 'configured name not found',
        message:
          'pyaudit-lint.toml:47:1: `api = "app.tools.nothing"` names nothing: its module is analysed and has no such function or class.',
      },
    ]);
  });

  it('SARIF has one descriptor for all events of a configuration', async () => {
    const { runs } = JSON.parse(await formatReport(report, 'sarif')) as {
      runs: { tool: { driver: { rules: { id: string }[] } }; results: { message: { text: string } }[] }[];
    };
    expect(runs[0]!.tool.driver.rules.map(({ id }) => id)).toEqual(['PYA1013', 'PYA8002']);
    expect(runs[0]!.results.map(({ message }) => message.text).join()).toContain('mylib.connect');
  });
});

describe('a table with raisers of a configuration', () => {
  const raiser: ConfiguredRaiser = {
    ...{ api: 'mylib.run', of: 'function', event: 'mylib.run', arguments: {}, tier: 'effect' },
    ...{ safe: false, calls: [], when: [], where: 'p.toml:1:1' },
  };

  it('has their events for selectors', () => {
    const { named } = raiserTable([], [raiser]);
    expect(
      ['mylib.run', 'mylib.*', 'PYA8002', 'category:custom'].map((one) => selectorProblem(one, named)),
    ).toEqual([undefined, undefined, undefined, undefined]);
    expect(selectorProblem('mylib.rnu', named)).toContain('did you mean `mylib.run`?');
  });

  it.each<[Partial<ConfiguredRaiser>, string]>([
    [
      { event: 'os.sytem' },
      "`raiser.event` is `os.sytem`; did you mean `os.system`? An event of your own must not look like one of CPython's",
    ],
    [
      { event: 'os.system', arguments: { comand: ['arg:0'] } },
      '`raiser.arguments`: `os.system` has no argument `comand` (did you mean `command`?); it has command',
    ],
    [
      { event: 'os.startfile', targets: '3.8-3.15/linux' },
      '`raiser.targets`: `os.startfile` is never raised there; leave them out, or name others (mylib.run)',
    ],
    [
      { api: 'shutil.rmtre' },
      '`raiser.api`: the standard library has no `shutil.rmtre`; `pyaudit-lint api shutil` lists what it has',
    ],
  ])('refuses %j', (change, message) => {
    expect(() => raiserTable([], [{ ...raiser, ...change }])).toThrow(`p.toml:1:1: ${message}`);
  });
});
