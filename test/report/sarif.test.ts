import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Report } from '../../src/model/finding.ts';
import type { OwnRule } from '../../src/model/named-rule.ts';
import { GITHUB } from '../../src/report/sarif/limits.ts';
import { pascalCase } from '../../src/report/sarif/rule.ts';
import { sarif, sarifWithin } from '../../src/report/sarif/sarif.ts';
import { broken, HAS_MULTITOOL, MULTITOOL, OFFLINE, PATIENCE } from './multitool.ts';
import { CONTEXT, report, reported } from './sample.ts';

const context = { ...CONTEXT, gzipSize: (text: string) => gzipSync(text).length };
const runOf = (made: Report): Run => (JSON.parse(sarif(made, context).text) as Log).runs[0]!;

const EMPTY: Partial<Report> = { findings: [], limits: [] };
const { repository: _, ...outsideGit } = report();
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    reported({
      region: { line: index + 1, column: 8, endLine: index + 1, endColumn: 14 },
      excerpt: {
        text: "    os.system('ls -l')",
        contextStart: index + 1,
        context: ["    os.system('ls -l')", ''],
        lineHash: '39fa2ee980eb94b0:1',
      },
      level: index % 3 === 0 ? 'warning' : 'note',
      confidence: index % 2 === 0 ? 'high' : 'medium',
    }),
  );

describe('sarif', () => {
  const schema = JSON.parse(readFileSync(join(MULTITOOL, 'sarif-2.1.0.json'), 'utf8'));
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  it.each([
    ['a report of every sort', report()],
    ['an empty one', report(EMPTY)],
    ['one outside of git', outsideGit],
    ['one with a fault', report({ faults: [{ stage: 'flow', message: 'x' }] })],
  ])('is valid by schema: %s', (_name, made) => {
    expect(validate(JSON.parse(sarif(made, context).text)) ? [] : validate.errors).toEqual([]);
  });

  it.runIf(HAS_MULTITOOL)('passes the multitool with every rule on', { timeout: PATIENCE }, () => {
    expect(broken(sarif(report(), context).text)).toEqual(OFFLINE);
    const unplaced = { kind: 'unreadable' as const, file: '/srv/x y', reason: 'r', message: 'm.' };
    const faults = [{ stage: 'parse', file: 'a.py', message: 'm' }];
    const empty = report({ ...EMPTY, limits: [unplaced], faults });
    // Without results every rule of the catalogue is described.
    expect(broken(sarif(empty, { ...context, rules }).text)).toEqual(OFFLINE);
    // More results than the multitool's limit, which GitHub has since raised.
    expect(broken(sarif(report({ findings: many(1001) }), context).text)).toEqual(['GH1004', ...OFFLINE]);
  });

  const plugin: OwnRule = {
    code: 'ACME0001',
    name: 'no-shell',
    category: 'plugin',
    tier: 'dangerous',
    summary: 'A shell is started.',
    meaning: 'Use a list of arguments.',
    url: 'https://example.org/no-shell',
  };
  const told = reported({
    kind: 'rule',
    event: plugin.name,
    code: plugin.code,
    arguments: [],
    message: '`a[0]` {0} starts a shell.',
  });
  const ofPlugin = (findings = [told]) =>
    sarif(report({ findings }), { ...context, rules: [...context.rules, plugin] }).text;

  it('says of the rule of a plugin what its message string gives with the arguments, without quotes about it', () => {
    const [run] = (JSON.parse(ofPlugin()) as Log).runs;
    const [{ messageStrings, defaultConfiguration, properties }] = run!.tool.driver.rules! as [
      ReportingDescriptor,
    ];
    expect([defaultConfiguration?.level, properties!['problem.severity']]).toEqual(['warning', 'warning']);
    const [{ message }] = run!.results! as [Result];
    const filled = messageStrings!.default!.text.replace(
      /\{(\d)\}/g,
      (_, index: number) => message.arguments![index]!,
    );
    expect(filled).toContain(": '`a\\[0\\]` {0} starts a shell'.");
    expect(message.text).toContain("': `a\\[0\\]` {{0}} starts a shell.");
    expect(message.text!.replaceAll('{{', '{').replaceAll('}}', '}')).toBe(
      filled.replace(": '", ': ').replace(/'\.$/, '.'),
    );
  });

  it.runIf(HAS_MULTITOOL)('passes the multitool with the rule of a plugin', { timeout: PATIENCE }, () => {
    expect(broken(ofPlugin())).toEqual(OFFLINE);
  });

  it('names rules by code, PascalCase name and event', () => {
    const { rules = [] } = runOf(report()).tool.driver;
    expect(rules.map(({ id, name, properties }) => [id, name, properties?.event])).toEqual([
      ['PYA1001', 'OsSystem', 'os.system'],
      ['PYA1302', 'HttpClientSend', 'http.client.send'],
      ['PYA1401', 'Open', 'open'],
      ['PYA8001', 'CustomEvent', 'custom-event'],
      ['PYA9001', 'DynamicCode', 'dynamic-code'],
    ]);
    expect(rules[0]!.properties).toEqual({
      tags: ['audit-event', 'process', 'security', 'external/cwe/cwe-078'],
      event: 'os.system',
      precision: 'medium',
      'security-severity': '6.5',
    });
    expect(rules[2]!.properties?.tags).not.toContain('security');
    expect(rules[2]!.properties).not.toHaveProperty('security-severity');
  });

  it.each([
    ['_thread.start_new_thread', 'ThreadStartNewThread'],
    ['sqlite3.connect/handle', 'Sqlite3ConnectHandle'],
    ['smtplib.SMTP.send', 'SmtplibSmtpSend'],
    ['_winapi.CreateEventW', 'WinapiCreateEventw'],
    ['winreg.PyHKEY.Detach', 'WinregPyHkeyDetach'],
    ['http.HTTPServer', 'HttpHttpServer'],
  ])('%s becomes %s', (event, name) => {
    expect(pascalCase(event)).toBe(name);
  });

  it('tells the event, what it goes through and where from, and escapes what would be a link', () => {
    const run = runOf(report());
    const texts = run.results!.map(({ message }) => message.text);
    expect(texts[0]).toBe("'system' can raise the audit event 'os.system'. Arguments: command='ls -l'.");
    expect(texts[1]).toBe(
      "'copyfile' can raise the audit event 'open' through 'shutil.copyfile'. Arguments: path='out.txt', mode='w', flags=?. Reached by [app.main.main](1).",
    );
    expect(run.results![1]!.relatedLocations).toMatchObject([
      {
        id: 1,
        physicalLocation: { artifactLocation: { uri: 'sub/app/main.py' }, region: { startLine: 30 } },
      },
    ]);
    const bracket = reported({
      excerpt: { text: '   x = a[0](1)', contextStart: 5, context: [], lineHash: 'a:1' },
    });
    const [result] = runOf(report({ findings: [bracket] })).results!;
    expect(result!.message.text).toContain("'a\\[0\\](1' can raise");
  });

  it('gives the witness as one thread flow', () => {
    const [flow] = runOf(report()).results![1]!.codeFlows!;
    const steps = flow!.threadFlows[0]!.locations.map(({ location }) => [
      location!.message!.text,
      location!.physicalLocation!.region!.startLine,
    ]);
    expect(steps).toEqual([
      ['app.main.main', 30],
      ['shutil.copyfile', 30],
      ['io.open', 30],
    ]);
  });

  it('gives the library the last known place, and the line of the finding its own region', () => {
    const way = reported({
      file: 'conf.py',
      region: { line: 3, column: 11, endLine: 3, endColumn: 17 },
      witness: [
        { name: 'conf', file: 'conf.py', line: 3 },
        { name: 'net.lookup', file: 'net.py', line: 6 },
        { name: 'socket.getaddrinfo' },
      ],
    });
    const [flow] = runOf(report({ findings: [way] })).results![0]!.codeFlows!;
    const places = flow!.threadFlows[0]!.locations.map(({ location }) => location!.physicalLocation!);
    expect(places.map(({ artifactLocation, region }) => [artifactLocation!.uri, region])).toEqual([
      ['sub/conf.py', { startLine: 3, startColumn: 11, endLine: 3, endColumn: 17 }],
      ['sub/net.py', { startLine: 6 }],
      ['sub/net.py', { startLine: 6 }],
    ]);
  });

  it('places files below the git root, encoded', () => {
    const uris = runOf(report()).artifacts!.map(({ location }) => location!.uri);
    expect(uris).toContain('sub/app/te%1B%5B31mst%20%C3%A9.py');
    const elsewhere = runOf(report({ findings: [reported({ file: '/srv/a b.py' })] }));
    expect(elsewhere.artifacts![0]!.location).toEqual({ uri: 'file:///srv/a%20b.py' });
    expect(runOf(outsideGit).artifacts![0]!.location!.uri).toBe('app/main.py');
    expect(runOf(outsideGit).versionControlProvenance).toBeUndefined();
  });

  it('tells limits and faults as notifications, the countless ones summed up', () => {
    const [invocation] = runOf(report({ faults: [{ stage: 'flow', file: 'a.py', message: 'm' }] }))
      .invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(invocation!.toolExecutionNotifications!.map(({ message }) => message.text)).toEqual([
      'flow: m',
      'This is no Python the grammar knows; the rest of the file is analysed.',
      'receiver is a parameter: 2 places in 1 file, first app/main.py:4:1.',
      'CPython 3.16 is newer than the data.',
    ]);
  });

  it('keeps the order of place up to what GitHub shows, then puts the gravest and surest first', () => {
    const lines = (made: Run) =>
      made.results!.map(({ locations }) => locations![0]!.physicalLocation!.region!.startLine!);
    expect(lines(runOf(report({ findings: many(5000) }))).slice(0, 4)).toEqual([1, 2, 3, 4]);
    const run = runOf(report({ findings: many(5001) }));
    expect(lines(run).slice(0, 3)).toEqual([1, 7, 13]);
    expect(run.results!.at(0)!.level).toBe('warning');
    expect(run.results!.at(-1)!.level).toBe('note');
    const { notices } = sarif(report({ findings: many(5001) }), context);
    expect(notices).toEqual([
      '5001 results: they stand in order of level, confidence and place, since GitHub shows 5000 of a run.',
    ]);
  });

  it('drops results beyond what GitHub takes, and says so', () => {
    const findings = many(25_002);
    const { text, notices } = sarif(report({ findings }), { ...context, gzipSize: () => 1 });
    const run = (JSON.parse(text) as Log).runs[0]!;
    expect(run.results).toHaveLength(25_000);
    expect(notices[1]).toBe('2 of 25002 results are left out: GitHub refuses more than 25000 in a run.');
    expect(run.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text)).toContain(
      notices[1],
    );
  });

  it('drops results until the packed file is small enough', () => {
    const findings = many(3000);
    const limits = { ...GITHUB, bytes: 40_000 };
    const { text, notices } = sarifWithin(limits)(report({ findings }), context);
    expect(context.gzipSize(text)).toBeLessThanOrEqual(40_000);
    expect(context.gzipSize(text)).toBeGreaterThan(30_000);
    expect((JSON.parse(text) as Log).runs[0]!.results!.length).toBeGreaterThan(1000);
    expect(notices[0]).toMatch(
      /^\d+ of 3000 results are left out: GitHub refuses more than 0\.04 MB after gzip\.$/,
    );
  });

  it('leaves out the middle of a long way, and says so in the flow and of the run', () => {
    const steps = Array.from({ length: 9 }, (_, index) => ({
      name: `f${index}`,
      file: 'a.py',
      line: index + 1,
    }));
    const long = reported({ witness: [...steps, { name: 'posix.system' }] });
    const rendered = sarifWithin({ ...GITHUB, steps: 4 })(report({ findings: [long] }), context);
    const run = (JSON.parse(rendered.text) as Log).runs[0]!;
    const [flow] = run.results![0]!.codeFlows!;
    expect(flow!.threadFlows[0]!.locations.map(({ location }) => location!.message!.text)).toEqual([
      'f0',
      'f1',
      'f8 (6 steps before it left out)',
      'posix.system',
    ]);
    expect(rendered.notices).toEqual(['1 code flow without the middle: 4 steps are shown of each at most.']);
    const said = run.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text);
    expect(said).toContain(rendered.notices[0]);
  });

  it('keeps to the limits on rules and linked places', () => {
    const witness = Array.from({ length: 9 }, (_, index) => ({
      name: `f${index}`,
      file: 'a.py',
      line: index + 1,
    }));
    const limits = { ...GITHUB, related: 2, tags: 2, name: 5, description: 10 };
    const { text } = sarifWithin(limits)(report({ findings: [reported({ witness })] }), context);
    const { results, tool } = (JSON.parse(text) as Log).runs[0]!;
    expect(results![0]!.relatedLocations).toHaveLength(2);
    expect(results![0]!.message.text).toMatch(/Reached by \[f0\]\(1\), \[f1\]\(2\)\.$/);
    const [rule] = tool.driver.rules!;
    expect(rule!.properties!.tags).toHaveLength(2);
    expect(rule!.name).toHaveLength(5);
    expect(rule!.shortDescription!.text).toHaveLength(10);
    expect(rule!.fullDescription!.text).toHaveLength(10);
  });

  it('keeps every rule of the catalogue within the limits', () => {
    const { text } = sarif(report({ findings: [] }), { ...context, rules });
    for (const rule of (JSON.parse(text) as Log).runs[0]!.tool.driver.rules!) {
      expect(rule.properties!.tags!.length).toBeLessThanOrEqual(GITHUB.tags);
      expect(rule.name!.length).toBeLessThanOrEqual(GITHUB.name);
      expect(rule.fullDescription!.text.length).toBeLessThanOrEqual(GITHUB.description);
      expect(rule.help!.markdown).toMatch(/^# /);
    }
  });

  it('tells what a rule means, with an example and a near miss as code', () => {
    const { text } = sarif(report({ findings: [] }), { ...context, rules });
    const help = (JSON.parse(text) as Log).runs[0]!.tool.driver.rules!.find(
      ({ name }) => name === 'OsSystem',
    )!.help!;
    expect(help.markdown).toContain("## Example\n\n```python\nimport os\nos.system('exit 0')  # raises\n```");
    expect(help.markdown).toContain('## Looks alike, and does not raise it\n\n```python\nimport platform\n');
    expect(help.text).toContain("Example:\n\nimport os\nos.system('exit 0')  # raises\n");
    expect(help.text).not.toContain('`');
  });

  it('keeps runs for different targets apart', () => {
    const id = (category?: string) => {
      const made = sarif(report(), { ...context, ...(category ? { category } : {}) });
      return (JSON.parse(made.text) as Log).runs[0]!.automationDetails!.id;
    };
    expect(id()).toBe('pyaudit-lint/');
    expect(id('3.13-linux')).toBe('pyaudit-lint/3.13-linux/');
  });

  it('places a finding of a notebook in the text of the file, and names its cell', () => {
    const region = { line: 2, column: 5, endLine: 2, endColumn: 11 };
    const inFile = { line: 41, column: 9, endLine: 41, endColumn: 15 };
    const excerpt = {
      ...{ text: 'os. system()', contextStart: 1, context: ['import os', 'os. system()'], lineHash: 'ab:1' },
      inFile: {
        text: '    "os. system()"',
        contextStart: 40,
        context: ['    "import os\\n",', '    "os. system()"'],
      },
    };
    const finding = reported({ file: 'nb.ipynb', region: { ...region, cell: 3, inFile }, excerpt });
    const [result] = runOf(report({ findings: [finding] })).results!;
    const [location] = result!.locations!;
    expect(location!.physicalLocation!.region).toEqual({
      startLine: 41,
      startColumn: 9,
      endLine: 41,
      endColumn: 15,
      snippet: { text: ' syste' },
    });
    expect(location!.physicalLocation!.contextRegion).toMatchObject({ startLine: 40, endLine: 41 });
    expect(location!.logicalLocations).toContainEqual({ name: 'cell 3', kind: 'module' });
    expect(result!.partialFingerprints!.primaryLocationLineHash).toBe('ab:1');
  });

  it('is the same text every time', () => {
    expect(sarif(report(), context).text).toBe(sarif(report(), context).text);
  });
});
