import { describe, expect, it } from 'vitest';
import type { RaisedEvent } from '../../src/flow/analysis.ts';
import { confidenceOf, tierOf } from '../../src/lint/grade.ts';
import { lint, unnamedEvents } from '../../src/lint/lint.ts';
import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE, str } from '../../src/model/constant.ts';
import type { ArgumentValue } from '../../src/model/finding.ts';
import { RULES } from '../report/sample.ts';
import { analysis, id, raised } from './sample.ts';

const value = (text: string): ArgumentValue => ({ kind: 'value', value: str(text) });
const UNKNOWN: ArgumentValue = { kind: 'unknown', reason: 'a parameter' };

const open = (mode: ArgumentValue, part: Partial<RaisedEvent> = {}) =>
  raised({
    event: id('open'),
    arguments: [
      ['path', value('x')],
      ['mode', mode],
    ],
    ...part,
  });

describe('confidence', () => {
  it.each([
    [0, 0, undefined, 'high'],
    [0, 12, undefined, 'high'],
    [1, 1, undefined, 'medium'],
    [9, 6, undefined, 'medium'],
    [9, 7, undefined, 'low'],
    [10, 1, undefined, 'low'],
    [0, 0, 'medium', 'medium'],
    [0, 0, 'low', 'low'],
    [10, 1, 'medium', 'low'],
  ] as const)('cost %i over %i edges, ceiling %s: %s', (cost, edges, ceiling, grade) => {
    expect(confidenceOf(raised({ cost, edges, ...(ceiling ? { ceiling } : {}) }))).toBe(grade);
  });
});

describe('tier', () => {
  const rule = RULES.find(({ event }) => event === 'open')!;

  it('follows from the constants, and from none of what is not known', () => {
    expect(tierOf(rule, open(value('w')))).toBe('effect');
    expect(tierOf(rule, open(value('r')))).toBe('inventory');
    expect(tierOf(rule, open(UNKNOWN))).toBe('inventory');
    expect(tierOf(rule, raised({ arguments: [] }))).toBe('inventory');
  });

  it('may depend on the provenance', () => {
    const own: EventRule = {
      ...rule,
      tiers: [{ tier: 'dangerous', provenance: 'direct' }, { tier: 'inventory' }],
    };
    expect(tierOf(own, raised({}))).toBe('dangerous');
    expect(tierOf(own, raised({ provenance: 'stdlib' }))).toBe('inventory');
  });
});

describe('lint', () => {
  it('makes one finding of each event, in order of place', () => {
    const found = lint(
      analysis([raised({ file: 'b.py' }), open(value('w')), raised({ at: { from: 1, to: 2 } })]),
    );
    expect(found.map(({ file, at, event, code }) => [file, at.from, event, code])).toEqual([
      ['a.py', 1, 'os.system', 'PYA1001'],
      ['a.py', 3, 'open', 'PYA1401'],
      ['b.py', 3, 'os.system', 'PYA1001'],
    ]);
  });

  it('withholds sensitive constants and user info, but tiers by what was there', () => {
    const [send] = lint(
      analysis([raised({ event: id('http.client.send'), arguments: [['data', value('pw')]] })]),
    );
    expect(send!.arguments).toEqual([['data', { kind: 'redacted' }]]);
    const [none] = lint(
      analysis([
        raised({ event: id('http.client.send'), arguments: [['data', { kind: 'value', value: NONE }]] }),
      ]),
    );
    expect(none!.arguments[0]![1]).toEqual({ kind: 'value', value: NONE });
    const [unknown] = lint(
      analysis([raised({ event: id('http.client.send'), arguments: [['data', UNKNOWN]] })]),
    );
    expect(unknown!.arguments).toEqual([['data', UNKNOWN]]);
    const url = 'see https://me:p@ss@host/a?b=c@d and http://host/x@y';
    const [command] = lint(analysis([raised({ arguments: [['command', value(url)]] })]));
    expect(command!.arguments[0]![1]).toEqual(
      value('see https://<redacted>@host/a?b=c@d and http://host/x@y'),
    );
  });

  it('knows an event raised with sys.audit by its name', () => {
    const found = lint(
      analysis([
        raised({ event: { custom: 'acme.started' } }),
        raised({ event: { custom: 'os.system' } }),
        raised({ event: { custom: undefined } }),
      ]),
    );
    expect(found.map(({ event, code, provenance, tier }) => [event, code, provenance, tier])).toEqual([
      ['acme.started', 'PYA8001', 'custom', 'inventory'],
      ['os.system', 'PYA1001', 'direct', 'dangerous'],
    ]);
    expect(unnamedEvents(analysis([raised({ event: { custom: undefined } }), raised({})]))).toHaveLength(1);
  });

  it('makes findings of dynamic code, dynamic imports and native modules', () => {
    const limit = { file: 'a.py', at: { from: 2, to: 4 }, enclosing: 'g', reason: 'r', message: 'm' };
    const found = lint(
      analysis(
        [],
        [
          { ...limit, kind: 'dynamic-code' },
          { ...limit, kind: 'dynamic-import' },
          { ...limit, kind: 'native-module' },
          { ...limit, kind: 'unresolved-call' },
          { kind: 'native-module', file: 'a.so', reason: 'r', message: 'm' },
        ],
      ),
    );
    expect(found.map(({ kind, code, event, enclosing }) => [kind, code, event, enclosing])).toEqual([
      ['rule', 'PYA9001', 'dynamic-code', 'g'],
      ['rule', 'PYA9002', 'dynamic-import', 'g'],
      ['rule', 'PYA9003', 'native-module', 'g'],
    ]);
  });
});
