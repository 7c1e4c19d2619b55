import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE, str } from '../../src/model/constant.ts';
import type { Finding, Report, ReportedFinding } from '../../src/model/finding.ts';
import { ALL_TARGETS, targetMask } from '../../src/model/targets.ts';
import type { ReportContext } from '../../src/report/reporter.ts';

const rule = (code: string, event: string, part: Partial<EventRule>): EventRule => ({
  code,
  event,
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.15',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [],
  docs: { summary: `Raised by ${event}.`, meaning: 'It comes before the operation.', nearMiss: 'pass\n' },
  ...part,
});

export const RULES: readonly EventRule[] = [
  rule('PYA1001', 'os.system', {
    category: 'process',
    arguments: [{ name: 'command' }],
    tiers: [{ tier: 'dangerous' }],
    raisedBy: [
      {
        kind: 'call',
        api: 'posix.system',
        aliases: ['os.system'],
        of: 'function',
        map: { command: ['arg:0'] },
      },
    ],
    docs: {
      summary: 'A command is about to run in a shell.',
      meaning: 'The `command` is what the program gave, before the shell sees it.',
      page: 'library/os.html#os.system',
      cwe: [78],
      nearMiss: 'import os\n',
    },
  }),
  rule('PYA1302', 'http.client.send', {
    category: 'network',
    arguments: [{ name: 'data', sensitive: true }],
  }),
  rule('PYA1401', 'open', {
    arguments: [{ name: 'path' }, { name: 'mode' }, { name: 'flags' }],
    tiers: [
      { tier: 'effect', when: [{ argument: 'mode', is: { matches: '[wax+]' } }] },
      { tier: 'inventory' },
    ],
  }),
  rule('PYA1501', 'import', { category: 'import', tiers: [{ tier: 'inventory' }] }),
  rule('PYA2501', 'cpython.run_command', { category: 'interpreter', tiers: [{ tier: 'inventory' }] }),
];

export const finding = (part: Partial<Finding>): Finding => ({
  kind: 'event',
  file: 'app/main.py',
  at: { from: 0, to: 1 },
  site: { from: 0, to: 1 },
  event: 'os.system',
  code: 'PYA1001',
  tier: 'dangerous',
  confidence: 'high',
  provenance: 'direct',
  phases: ['call-time'],
  targets: ALL_TARGETS,
  arguments: [['command', { kind: 'value', value: str('ls -l') }]],
  witness: [],
  enclosing: 'main',
  ...part,
});

export function reported(part: Partial<ReportedFinding>): ReportedFinding {
  const region = part.region ?? { line: 5, column: 8, endLine: 5, endColumn: 14 };
  return {
    ...finding(part),
    level: 'warning',
    region,
    siteRegion: region,
    fingerprint: '0123456789abcdef0123456789abcdef',
    excerpt: {
      text: "    os.system('ls -l')",
      contextStart: 4,
      context: ['def main():', "    os.system('ls -l')", ''],
      lineHash: '39fa2ee980eb94b0:1',
    },
    ...part,
  };
}

/** A report with a finding of every sort. */
export const report = (part: Partial<Report> = {}): Report => ({
  tool: { name: 'pyaudit-lint', version: '0.1.0' },
  targets: ALL_TARGETS,
  files: { analysed: 3, bytes: 1234, skipped: 1, excluded: new Map([['.git', 1]]) },
  findings: [
    reported({}),
    reported({
      event: 'open',
      code: 'PYA1401',
      tier: 'effect',
      level: 'note',
      confidence: 'medium',
      provenance: 'stdlib',
      targets: targetMask(['3.12', '3.13']),
      arguments: [
        ['path', { kind: 'value', value: str('out.txt') }],
        ['mode', { kind: 'value', value: str('w') }],
        ['flags', { kind: 'unknown', reason: 'computed by the raiser' }],
      ],
      region: { line: 12, column: 10, endLine: 12, endColumn: 18 },
      witness: [
        { name: 'app.main.main', file: 'app/main.py', line: 30 },
        { name: 'shutil.copyfile' },
        { name: 'io.open' },
      ],
      excerpt: {
        text: '  shutil.copyfile(a, b[0](1))',
        contextStart: 11,
        context: ['if a:', '  shutil.copyfile(a, b[0](1))', 'else:', '  pass'],
        lineHash: 'aa:1',
      },
    }),
    reported({
      file: 'app/te\u001b[31mst é.py',
      event: 'http.client.send',
      code: 'PYA1302',
      tier: 'effect',
      level: 'note',
      arguments: [['data', { kind: 'redacted' }]],
      region: { line: 1, column: 1, endLine: 1, endColumn: 5 },
      enclosing: '',
      excerpt: { text: 'send(x)', contextStart: 1, context: ['send(x)'], lineHash: 'bb:1' },
    }),
    reported({
      file: 'app/zz.py',
      event: 'acme.started',
      code: 'PYA8001',
      tier: 'inventory',
      level: 'note',
      provenance: 'custom',
      arguments: [
        ['0', { kind: 'value', value: { kind: 'tuple', items: [int(1), NONE, { kind: 'unknown' }] } }],
        ['1', { kind: 'value', value: { kind: 'bytes', value: 'a\u00ff\u0000' } }],
      ],
    }),
    reported({
      kind: 'rule',
      file: 'app/zz.py',
      event: 'dynamic-code',
      code: 'PYA9001',
      tier: 'inventory',
      level: 'note',
      arguments: [],
      message: 'The text that exec runs is not a constant.',
      region: { line: 9, column: 1, endLine: 9, endColumn: 5 },
      excerpt: {
        text: 'exec(text)',
        contextStart: 8,
        context: ['text = input()', 'exec(text)'],
        lineHash: 'c:1',
      },
    }),
  ],
  hidden: new Map([
    ['below medium confidence', 2],
    ['inventory tier', 1204],
  ]),
  inventory: {
    events: [
      {
        event: 'open',
        code: 'PYA1401',
        category: 'filesystem',
        count: 12,
        files: 2,
        tier: 'effect',
        provenances: ['direct', 'stdlib'],
        confidence: 'high',
      },
      {
        event: 'os.system',
        code: 'PYA1001',
        category: 'process',
        count: 1,
        files: 1,
        tier: 'dangerous',
        provenances: ['direct'],
        confidence: 'high',
      },
    ],
    interpreter: [
      { event: 'cpython.run_command', code: 'PYA2501', when: 'any run', targets: ALL_TARGETS },
      { event: 'import', code: 'PYA1501', when: 'any run', targets: ALL_TARGETS },
    ],
  },
  limits: [
    {
      kind: 'syntax',
      file: 'app/bad.py',
      region: { line: 3, column: 7, endLine: 3, endColumn: 8 },
      reason: 'syntax error',
      message: 'This is no Python the grammar knows; the rest of the file is analysed.',
    },
    ...[4, 8].map((line) => ({
      kind: 'unresolved-call' as const,
      file: 'app/main.py',
      region: { line, column: 1, endLine: line, endColumn: 4 },
      reason: 'receiver is a parameter',
      message: 'Nothing is known of the receiver.',
    })),
    { kind: 'target-version', file: '', reason: 'newer', message: 'CPython 3.16 is newer than the data.' },
  ],
  faults: [],
  directory: '/home/me/project/sub',
  repository: {
    root: '/home/me/project',
    repository: 'https://github.com/o/r',
    revision: '0123456789abcdef0123456789abcdef01234567',
    branch: 'main',
  },
  ...part,
});

export const CONTEXT: ReportContext = {
  rules: RULES,
  color: false,
  failOn: 'warning',
  gzipSize: (text) => text.length,
};
