import { describe, expect, it } from 'vitest';
import { TRUE } from '../../src/model/constant.ts';
import { conditionsText, testText } from '../../src/report/condition-text.ts';

describe('conditions in words', () => {
  it('names operands by keyword or place', () => {
    expect(conditionsText([])).toBe('');
    expect(
      conditionsText([
        { operand: ['arg:7', 'kw:shell'], is: 'true' },
        { operand: ['arg:0'], is: { equals: TRUE } },
        { operand: ['arg:-1'], is: 'not-none' },
        { operand: ['value'], is: 'text' },
        { runtime: 'standard input is a terminal' },
      ]),
    ).toBe(
      'if shell is true and argument 1 is True and the last argument is not None and the value is a text and standard input is a terminal',
    );
  });

  it('says every test', () => {
    expect(testText({ matches: '^r' })).toBe('matches /^r/');
    expect(testText({ noBits: 1867 })).toBe('has no bit of 0x74b');
    expect(
      ['given', 'absent', 'none', 'false', 'not-text', 'tuple'].map((test) => testText(test as 'given')),
    ).toEqual(['is given', 'is absent', 'is None', 'is false', 'is no text', 'is a tuple']);
  });
});
