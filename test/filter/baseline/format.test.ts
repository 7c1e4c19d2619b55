import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Baseline, BaselineEntry } from '../../../src/filter/baseline/baseline.ts';
import { readBaseline } from '../../../src/filter/baseline/read.ts';
import { baselineText } from '../../../src/filter/baseline/write.ts';
import { ALL_TARGETS, targetMask } from '../../../src/model/targets.ts';
import { ROOT } from '../../sources.ts';

const entry = (part: Partial<BaselineEntry>): BaselineEntry => ({
  fingerprint: 'a'.repeat(32),
  file: 'a.py',
  event: 'os.system',
  enclosing: '',
  provenance: 'direct',
  count: 1,
  line: 0,
  ...part,
});

const BASELINE: Baseline = {
  version: '1.2.3',
  data: 'd',
  targets: targetMask(['3.12', '3.13'], ['linux', 'win32']),
  states: [
    { file: 'b.py', hash: '0123456789abcdef' },
    { file: 'a.py', hash: 'fedcba9876543210' },
  ],
  entries: [
    entry({ file: 'b.py', enclosing: 'C.f', count: 2, provenance: 'stdlib' }),
    entry({ event: 'open', fingerprint: 'b'.repeat(32) }),
    entry({}),
  ],
};

const TEXT = `{"pyaudit-baseline":1,"version":"1.2.3","data":"d","targets":["3.12-3.13/linux","3.12-3.13/win32"]}
{"file":"a.py","hash":"fedcba9876543210"}
{"file":"a.py","event":"open","fingerprint":"${'b'.repeat(32)}"}
{"file":"a.py","event":"os.system","fingerprint":"${'a'.repeat(32)}"}
{"file":"b.py","hash":"0123456789abcdef"}
{"file":"b.py","event":"os.system","in":"C.f","provenance":"stdlib","count":2,"fingerprint":"${'a'.repeat(32)}"}
`;

describe('a baseline', () => {
  it('is written sorted, an entry a line, and read back as it was', () => {
    expect(baselineText(BASELINE)).toBe(TEXT);
    const read = readBaseline(TEXT, 'x.jsonl');
    expect(baselineText(read)).toBe(TEXT);
    expect(read.targets).toBe(BASELINE.targets);
    expect(read.entries.map(({ line }) => line)).toEqual([3, 4, 6]);
  });

  it('is what the schema says, line by line', () => {
    const schema = JSON.parse(readFileSync(`${ROOT}/schema/baseline-v1.schema.json`, 'utf8'));
    const valid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    for (const line of TEXT.trim().split('\n')) expect([line, valid(JSON.parse(line))]).toEqual([line, true]);
    expect(valid({ file: 'a.py' })).toBe(false);
  });

  it('is read whatever the order of its lines and their ends, doubled lines once', () => {
    const [head, ...lines] = TEXT.trimEnd().split('\n');
    const mixed = [head, ...lines.toReversed(), lines[2], ''].join('\r\n');
    expect(baselineText(readBaseline(mixed, 'x'))).toBe(TEXT);
  });

  it('keeps the greater count of lines that say the same', () => {
    const [head, , , , , last] = TEXT.split('\n');
    const other = last!.replace('"count":2', '"count":3');
    expect(readBaseline([head, last, other].join('\n'), 'x').entries.map(({ count }) => count)).toEqual([3]);
  });

  it('of a newer tool may name targets nobody here knows', () => {
    expect(readBaseline(TEXT.replace('3.12-3.13/linux', '3.12-3.16/linux'), 'x').targets).toBe(ALL_TARGETS);
  });
});

const ANEW = 'or write it anew with --write-baseline';
const conflicted = TEXT.replace(/^(\{"file":"a.py","event":"os)/m, '<<<<<<< HEAD\n$1');

describe('what is no baseline is refused with what to do', () => {
  it.each([
    [
      'a merge conflict',
      conflicted,
      `x.jsonl:4: a merge conflict stands here; keep the lines of both sides without the markers, ${ANEW}`,
    ],
    [
      'a newer format',
      TEXT.replace('"pyaudit-baseline":1', '"pyaudit-baseline":2'),
      `x.jsonl:1: written by a newer pyaudit-lint (format 2, this one reads 1); upgrade pyaudit-lint, ${ANEW}`,
    ],
    ...['', '{}\n', '[]\n', 'null', '{"results": []}', '{"pyaudit-baseline":1}', '{\n  "a": 1\n}\n'].map(
      (text) => [
        `another file: ${JSON.stringify(text)}`,
        text,
        'x.jsonl:1: this is no baseline of pyaudit-lint; name the right file, or write one with --write-baseline',
      ],
    ),
    [
      'the first lines of both sides of a merge',
      `${TEXT}${TEXT}`,
      `x.jsonl:7: a second first line, as a merge leaves it; keep one of the two, ${ANEW}`,
    ],
    ...['{"file":"a.py"', '1', '{"file":"a.py","event":"open","fingerprint":"x"}', '{"file":"a.py"}'].map(
      (line) => [
        `a damaged line: ${line}`,
        `${TEXT}${line}\n`,
        `x.jsonl:7: this is no line of a baseline; take it from version control, ${ANEW}`,
      ],
    ),
  ])('%s', (_, text, message) => {
    expect(() => readBaseline(text!, 'x.jsonl')).toThrow(message!);
  });
});
