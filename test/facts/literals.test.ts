import { describe, expect, test } from 'vitest';
import { numberConstant, stringConstant } from '../../src/facts/literals.ts';

/** Expected values are what `ast.literal_eval` of CPython 3.13 gives. */
describe('string literals', () => {
  test.each([
    [`'a'`, 'a'],
    [`"a'b"`, "a'b"],
    [`''`, ''],
    [`''''''`, ''],
    [`'''a'b'''`, "a'b"],
    [`"""a\r\nb\rc"""`, 'a\nb\nc'],
    [String.raw`'\x41\u0042\U00000043\103'`, 'ABCC'],
    [String.raw`'\0\7\1234'`, '\0\x07S4'],
    [String.raw`'\n\t\\\'\"\a\b\f\v\r'`, '\n\t\\\'"\x07\b\f\v\r'],
    [`'a\\\nb'`, 'ab'],
    [String.raw`'\q\d'`, String.raw`\q\d`],
    [String.raw`r'\n\''`, String.raw`\n\'`],
    [String.raw`R"\x41"`, String.raw`\x41`],
    [String.raw`u'\U0001F600'`, '\u{1f600}'],
  ])('%s', (text, value) => {
    expect(stringConstant(text)).toEqual({ kind: 'str', value });
  });

  test.each([
    [String.raw`b'\xff\u0041\400'`, '\xff\\u0041\0'],
    [String.raw`rb'\xff'`, String.raw`\xff`],
    [String.raw`Br"\n"`, String.raw`\n`],
  ])('%s', (text, value) => {
    expect(stringConstant(text)).toEqual({ kind: 'bytes', value });
  });
});

describe('number literals', () => {
  test.each([
    ['0', 0],
    ['000', 0],
    ['1_000', 1000],
    ['0xFF_ff', 65535],
    ['0b1010', 10],
    ['0O17', 15],
    ['9007199254740993', 9007199254740993n],
    ['0xffffffffffffffff', 18446744073709551615n],
  ])('%s', (text, value) => {
    expect(numberConstant(text)).toEqual({ kind: 'int', value });
  });

  test.each([
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1.', 1],
    ['1e3', 1000],
    ['1_0.2_5E-1', 1.025],
  ])('%s', (text, value) => {
    expect(numberConstant(text)).toEqual({ kind: 'float', value });
  });

  test('imaginary numbers keep their text', () => {
    expect(numberConstant('1_0.5J')).toEqual({ kind: 'complex', text: '10.5j' });
  });
});
