import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { json, jsonl } from '../../src/report/json.ts';
import { CONTEXT, report, reported } from './sample.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/report-v1.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strictTypes: false }).compile(schema);

const parsed = (part = {}) => JSON.parse(json(report(part), CONTEXT).text);

describe('json', () => {
  it('keeps to the published schema', () => {
    expect(validate(parsed()) ? [] : validate.errors).toEqual([]);
    const fault = {
      faults: [{ stage: 'parse', file: 'a.py', message: 'x' }],
      findings: [],
      repository: undefined,
    };
    expect(validate(parsed(fault)) ? [] : validate.errors).toEqual([]);
    const ofPlugin = reported({ kind: 'rule', event: 'no-shell', code: 'ACME0001', message: 'No.' });
    expect(validate(parsed({ findings: [ofPlugin] })) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...parsed(), tool: {} })).toBe(false);
  });

  it('gives a finding as the contract has it', () => {
    expect(parsed().findings[1]).toEqual({
      kind: 'event',
      file: 'app/main.py',
      line: 12,
      column: 10,
      endLine: 12,
      endColumn: 18,
      site: { line: 12, endLine: 12 },
      event: 'open',
      code: 'PYA1401',
      level: 'note',
      tier: 'effect',
      confidence: 'medium',
      provenance: 'stdlib',
      phases: ['call-time'],
      targets: ['3.12-3.13/linux', '3.12-3.13/darwin', '3.12-3.13/win32'],
      arguments: {
        path: { value: 'out.txt' },
        mode: { value: 'w' },
        flags: { unknown: 'computed by the raiser' },
      },
      witness: [
        { name: 'app.main.main', file: 'app/main.py', line: 30 },
        { name: 'shutil.copyfile' },
        { name: 'io.open' },
      ],
      fingerprint: '0123456789abcdef0123456789abcdef',
    });
  });

  it('spells constants that JSON has not', () => {
    expect(parsed().findings[3].arguments).toEqual({
      0: { value: [1, null, { unknown: 'not a constant' }] },
      1: { value: { repr: "b'a\\xff\\x00'" } },
    });
    expect(parsed().findings[2].arguments).toEqual({ data: { redacted: true } });
  });

  it('holds no raw control character, yet means the same', () => {
    const file = 'a\u009b31m\u202e\u2028\u001b\ud800.py';
    const { text } = json(
      report({ limits: [{ kind: 'unreadable', file, reason: 'r', message: 'm' }] }),
      CONTEXT,
    );
    for (const raw of ['\u009b', '\u202e', '\u2028', '\u001b', '\ud800']) expect(text).not.toContain(raw);
    expect(JSON.parse(text).limits[0].file).toBe(file);
  });
});

describe('jsonl', () => {
  const lineSchema = JSON.parse(
    readFileSync(new URL('../../schema/report-lines-v1.schema.json', import.meta.url), 'utf8'),
  );
  const validateLine = new Ajv2020({ strictTypes: false, strictRequired: false })
    .addSchema(schema)
    .compile(lineSchema);
  const values = (part = {}) =>
    jsonl(report(part), CONTEXT)
      .text.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('holds the values of the report, one on each line, to the published schema', () => {
    const faults = [{ stage: 'parse', file: 'a.py', message: 'x' }];
    const part = {
      faults,
      accepted: [{ ...reported({ arguments: [] }), acceptance: { by: 'comment', line: 5 } }],
      baseline: { name: 'b.jsonl', accepted: 1, stale: 0, broughtByData: 0, notices: [] },
      statistics: [{ by: 'event', rows: [{ name: 'open', error: 0, warning: 1, note: 0 }] }],
    };
    const whole = parsed(part);
    const [run, ...others] = values(part);
    for (const value of [run, ...others]) expect(validateLine(value) ? [] : validateLine.errors).toEqual([]);
    const { findings, accepted, limits, ...rest } = whole;
    expect({ ...run, faults: whole.faults }).toEqual({ type: 'run', ...rest });
    expect(others).toEqual([
      ...findings.map((one: object) => ({ type: 'finding', ...one })),
      ...accepted.map((one: object) => ({ type: 'accepted', ...one })),
      ...limits.map((one: object) => ({ type: 'limit', ...one })),
      ...faults.map((one) => ({ type: 'fault', ...one })),
    ]);
    expect(validateLine({ type: 'finding' })).toBe(false);
    expect(validateLine({ ...others[0], further: 1 })).toBe(false);
    expect(validate({ ...whole, findings: [{ ...findings[0], further: 1 }] })).toBe(false);
  });
});
