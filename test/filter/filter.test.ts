import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import { exitCode } from '../../src/filter/exit-code.ts';
import { filterFindings } from '../../src/filter/filter.ts';
import { inventoryOf } from '../../src/filter/inventory.ts';
import { TIERS } from '../../src/model/catalogue.ts';
import { CONFIDENCES, type Finding } from '../../src/model/finding.ts';
import { Source } from '../../src/model/source.ts';
import { ALL_TARGETS, targetMask } from '../../src/model/targets.ts';
import { id, table } from '../lint/sample.ts';
import { finding, report, reported } from '../report/sample.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const context = {
  source: (file: string) => new Source(file, 'import os\nos.system("ls")  # run\n'),
  logicalLine: () => 'os . system ( "ls" )',
  sha256,
};

const settings = (part: Partial<Settings> = {}): Settings => ({
  paths: ['.'],
  targets: ALL_TARGETS,
  preset: 'recommended',
  select: [],
  ignore: [],
  minLevel: 'note',
  failOn: 'warning',
  provenances: [],
  ...part,
});

const every: Finding[] = TIERS.flatMap((tier) =>
  CONFIDENCES.map((confidence) => finding({ tier, confidence })),
);
const levels = (part: Partial<Settings>) =>
  filterFindings(every, settings(part), context).shown.map(
    ({ tier, confidence, level }) => `${tier} ${confidence} ${level}`,
  );

describe('levels', () => {
  const lines = (tier: string, level: string, ...confidences: string[]) =>
    confidences.map((confidence) => `${tier} ${confidence} ${level}`);

  it.each([
    [
      'recommended',
      [...lines('dangerous', 'warning', 'high', 'medium'), ...lines('effect', 'note', 'high', 'medium')],
    ],
    ['strict', ['dangerous', 'effect'].flatMap((tier) => lines(tier, 'warning', ...CONFIDENCES))],
    [
      'all',
      [
        ...lines('dangerous', 'warning', ...CONFIDENCES),
        ...lines('effect', 'note', ...CONFIDENCES),
        ...lines('inventory', 'note', ...CONFIDENCES),
      ],
    ],
    ['inventory', []],
  ] as const)('of the preset %s', (preset, expected) => {
    expect(levels({ preset })).toEqual(expected);
  });

  it('give way to flags', () => {
    expect(levels({ minConfidence: 'high' })).toEqual(['dangerous high warning', 'effect high note']);
    expect(levels({ preset: 'all', minLevel: 'warning' })).toEqual(
      lines('dangerous', 'warning', ...CONFIDENCES),
    );
  });
});

describe('filter', () => {
  it('counts what it holds back, each finding once', () => {
    const findings = [
      ...every,
      finding({ event: 'open', code: 'PYA1401' }),
      finding({ event: 'http.client.send', code: 'PYA1302' }),
      finding({ provenance: 'stdlib' }),
    ];
    const { shown, hidden } = filterFindings(
      findings,
      settings({
        select: ['os.*', 'open'],
        ignore: ['PYA1401'],
        provenances: ['direct'],
        minLevel: 'warning',
      }),
      context,
    );
    expect(Object.fromEntries(hidden)).toEqual({
      'not selected': 1,
      ignored: 1,
      'other provenance': 1,
      'inventory tier': 3,
      'below medium confidence': 2,
      'below level warning': 2,
    });
    expect(shown).toHaveLength(2);
  });

  it('holds back everything for the inventory alone', () => {
    const { hidden } = filterFindings(every, settings({ preset: 'inventory' }), context);
    expect(Object.fromEntries(hidden)).toEqual({ 'preset inventory': every.length });
  });

  it('places and fingerprints what it shows', () => {
    const [shown] = filterFindings(
      [finding({ at: { from: 13, to: 19 }, site: { from: 10, to: 25 }, enclosing: 'A.f' })],
      settings(),
      context,
    ).shown;
    expect(shown!.region).toEqual({ line: 2, column: 4, endLine: 2, endColumn: 10 });
    expect(shown!.siteRegion).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 16 });
    expect(shown!.fingerprint).toBe(sha256('os.system\0A.f\0os . system ( "ls" )\0direct').slice(0, 32));
  });
});

describe('inventory', () => {
  it('counts events over all findings, and no rules', () => {
    const { events } = inventoryOf(
      [
        finding({ tier: 'inventory', confidence: 'low', provenance: 'stdlib' }),
        finding({ file: 'b.py' }),
        finding({ file: 'b.py', tier: 'effect' }),
        finding({ event: 'acme.x', code: 'PYA8001', tier: 'inventory', provenance: 'custom' }),
        finding({ kind: 'rule', event: 'dynamic-code', code: 'PYA9001' }),
      ],
      table(),
      ALL_TARGETS,
    );
    expect(events).toEqual([
      {
        event: 'acme.x',
        code: 'PYA8001',
        category: 'custom',
        count: 1,
        files: 1,
        tier: 'inventory',
        provenances: ['custom'],
        confidence: 'high',
      },
      {
        event: 'os.system',
        code: 'PYA1001',
        category: 'process',
        count: 3,
        files: 2,
        tier: 'dangerous',
        provenances: ['direct', 'stdlib'],
        confidence: 'high',
      },
    ]);
  });

  it('tells what the interpreter raises on the chosen targets', () => {
    const linux = targetMask(['3.13'], ['linux']);
    const raiser = (moment: 'run' | 'error' | 'embedding', targets = ALL_TARGETS) => ({
      event: id('cpython.run_command').id,
      raiser: { kind: 'interpreter' as const, moment, api: 'x' },
      targets,
      when: [],
      map: {},
    });
    const given = table([
      raiser('error'),
      raiser('run', targetMask(['3.12'])),
      raiser('run', linux),
      raiser('run', targetMask(['3.13'], ['win32'])),
      raiser('embedding'),
    ]);
    const { interpreter } = inventoryOf([], given, targetMask(['3.13'], ['linux', 'win32']));
    expect(interpreter).toEqual([
      {
        event: 'cpython.run_command',
        code: 'PYA2501',
        when: 'any run',
        targets: targetMask(['3.13'], ['linux', 'win32']),
      },
      {
        event: 'cpython.run_command',
        code: 'PYA2501',
        when: 'on an exception nobody catches',
        targets: targetMask(['3.13'], ['linux', 'win32']),
      },
    ]);
  });
});

describe('exit code', () => {
  it('puts up with as many findings as it is told', () => {
    const three = report({ findings: Array(3).fill(reported({ level: 'warning' })) });
    const status = (part: Partial<Settings>) => exitCode(three, settings(part));
    expect([status({ maxFindings: 2 }), status({ maxFindings: 3 })]).toEqual([1, 0]);
    expect(status({ maxFindings: 2, failOn: 'error' })).toBe(0);
  });

  it('is 0 whatever is found, and 2 for a fault all the same, if it is told to', () => {
    expect(exitCode(report(), settings({ exitZero: true }))).toBe(0);
    const limit = { kind: 'syntax', file: 'a.py', reason: 'r', message: 'm' } as const;
    expect(exitCode(report({ limits: [limit] }), settings({ exitZero: true }))).toBe(0);
    expect(exitCode(report({ limits: [limit] }), settings({ failOnSkipped: true, exitZero: true }))).toBe(2);
    expect(exitCode(report({ limits: [] }), settings({ failOnSkipped: true }))).toBe(1);
    expect(
      exitCode(report({ faults: [{ stage: 'flow', message: 'm' }] }), settings({ exitZero: true })),
    ).toBe(2);
  });

  it('is 1 for a shown finding grave enough, 2 for a fault', () => {
    const notes = report({ findings: [reported({ level: 'note' })] });
    expect(exitCode(report(), { failOn: 'warning' })).toBe(1);
    expect(exitCode(notes, { failOn: 'warning' })).toBe(0);
    expect(exitCode(notes, { failOn: 'note' })).toBe(1);
    expect(exitCode(report(), { failOn: 'error' })).toBe(0);
    expect(exitCode(report(), { failOn: 'none' })).toBe(0);
    expect(
      exitCode(report({ findings: [], faults: [{ stage: 'flow', message: 'm' }] }), { failOn: 'none' }),
    ).toBe(2);
  });
});
