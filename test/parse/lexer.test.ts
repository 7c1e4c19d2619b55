import { describe, expect, it } from 'vitest';
import * as terms from '../../src/parse/generated/terms.ts';
import { lex } from '../../src/parse/lexer/lex.ts';

const NAMES = new Map<number, string>([[0, '?']]);
for (const [name, value] of Object.entries(terms)) if (!/Rule$|^[A-Z_]+$/.test(name)) NAMES.set(value, name);

/** Names of a text's tokens without the end: `VariableName assign Number newline`. */
function kinds(text: string): string {
  const tokens = lex(text);
  return Array.from({ length: tokens.count - 1 }, (_, index) => NAMES.get(tokens.kinds[index]!)).join(' ');
}

/** Spellings of the tokens with a width. */
function spellings(text: string): string[] {
  const tokens = lex(text);
  return Array.from({ length: tokens.count }, (_, index) =>
    text.slice(tokens.starts[index], tokens.ends[index]),
  ).filter((spelling) => spelling.trim() !== '');
}

const problem = (text: string): string | undefined => lex(text).problems[0]?.message;

describe('operators', () => {
  it.each([
    ['a * b', 'VariableName times VariableName newline'],
    [
      'f(*a, **b)',
      'VariableName parenOpen star VariableName comma doubleStar VariableName parenClose newline',
    ],
    ['-a - -b', 'sign VariableName plus sign VariableName newline'],
    ['a @ b', 'VariableName times VariableName newline'],
    ['@a', 'At VariableName newline'],
    ['a is not b', 'VariableName kwIs notInfix VariableName newline'],
    ['not a not in b', 'kwNot VariableName notInfix kwIn VariableName newline'],
    ['a //= b', 'VariableName UpdateOp VariableName newline'],
    ['a ** -b', 'VariableName power sign VariableName newline'],
    ['x: y = z', 'VariableName colon VariableName assign VariableName newline'],
    ['(x := y)', 'parenOpen VariableName walrus VariableName parenClose newline'],
    ['from ...a import *', 'kwFrom Ellipsis VariableName kwImport star newline'],
    ['a.b', 'VariableName dot PropertyName newline'],
  ])('%s', (text, expected) => expect(kinds(text)).toBe(expected));
});

describe('words that depend on their place', () => {
  it('the first `in` after `for` ends its targets', () => {
    expect(kinds('for x in a in b: pass')).toMatch(/^kwFor VariableName forIn VariableName kwIn /);
    expect(kinds('for x[a in b] in c: pass')).toMatch(/kwIn VariableName bracketClose forIn/);
  });

  it('`if` filters in a comprehension, and chooses elsewhere', () => {
    expect(kinds('[a if b else c for d in e if f]')).toBe(
      'bracketOpen VariableName kwIf VariableName kwElse VariableName kwFor VariableName forIn VariableName compIf VariableName bracketClose newline',
    );
  });

  it.each([
    ['match x:\n case 1: pass', 'kwMatch VariableName colon newline indent kwCase Number'],
    ['match -x:\n case 1: pass', 'kwMatch sign VariableName colon'],
    ['match *a, b:\n case 1: pass', 'kwMatch star VariableName comma'],
    ['match not x:\n case 1: pass', 'kwMatch kwNot VariableName colon'],
    ['match = 1', 'VariableName assign'],
    ['match[x]: y', 'VariableName bracketOpen'],
    ['case = 1', 'VariableName assign'],
    ['type X = y', 'kwType VariableName equals VariableName'],
    ['type in x', 'VariableName kwIn'],
    ['type = 1', 'VariableName assign'],
    ['print(type(x))', 'VariableName parenOpen VariableName parenOpen'],
    ['if a: type X = y', 'kwIf VariableName colon kwType'],
    ['lazy import a', 'kwLazy kwImport VariableName'],
    ['lazy = 1', 'VariableName assign'],
  ])('%j', (text, beginning) => expect(kinds(text).startsWith(beginning)).toBe(true));

  it.each([
    ['with (a as b, c): pass', true],
    ['with (a, b): pass', true],
    ['with (a, b) as c: pass', false],
    ['with (a): pass', false],
    ['with (*a, b): pass', false],
    ['with (a := b, c): pass', false],
    ['with (yield a, b): pass', false],
    ['with (a for a in b): pass', false],
    ['with (a, b).c: pass', false],
  ])('the parenthesis of %s holds items: %s', (text, isItems) => {
    expect(kinds(text).includes('withOpen')).toBe(isItems);
  });
});

describe('lines', () => {
  it('a DEDENT for each block that ends', () => {
    expect(kinds('if a:\n  if b:\n    c\nd')).toBe(
      'kwIf VariableName colon newline indent kwIf VariableName colon newline indent VariableName newline dedent dedent VariableName newline',
    );
  });

  it.each(['\n', '\r\n', '\r'])('end with %j', (end) => {
    expect(kinds(['if a:', '  b', '', '  c', 'd', ''].join(end))).toBe(
      'kwIf VariableName colon newline indent VariableName newline VariableName newline dedent VariableName newline',
    );
  });

  it('a byte order mark, a form feed and a backslash are blanks', () => {
    expect(kinds('\ufeffa\n\f  \f\nb = \\\n  c')).toBe(
      'VariableName newline VariableName assign VariableName newline',
    );
  });

  it.each([
    ['if a:\n\tb\n        c', 'inconsistent use of tabs and spaces in indentation'],
    ['if a:\n    b\n  c', 'unindent does not match any outer indentation level'],
    ['x = \\', 'unexpected EOF while parsing'],
    ['x = \\ 1', 'unexpected character after line continuation character'],
    ['(]', "closing parenthesis ']' does not match opening parenthesis '('"],
    [')', "unmatched ')'"],
    ['x = (1,\ndef f(): pass', "'(' was never closed"],
    [`${'('.repeat(201)}${')'.repeat(201)}`, 'too many nested parentheses'],
  ])('%j: %s', (text, message) => expect(problem(text)).toBe(message));

  it('an open bracket ends at a line that can only be a statement', () => {
    expect(kinds('x = f(1,\ndef g(): pass')).toBe(
      'VariableName assign VariableName parenOpen Number comma newline kwDef VariableName parenOpen parenClose colon kwPass newline',
    );
  });

  it('a name that begins like a keyword ends no bracket', () => {
    expect(problem('f(a,\n  className, 1)')).toBeUndefined();
  });
});

describe('names', () => {
  it.each(['é', '变量', 'ªº', '𝐝𝐞𝐟', 'x·y', '℘', 'ಠ_ಠ'])('%s is one', (name) => {
    expect(spellings(`${name} = 1`)).toEqual([name, '=', '1']);
    expect(problem(`${name} = 1`)).toBeUndefined();
  });

  it.each([
    ['€ = 1', "invalid character '€' (U+20AC)"],
    ['a\u00a0= 1', 'invalid non-printable character U+00A0'],
    ['a→b', "invalid character '→' (U+2192)"],
  ])('%j: %s', (text, message) => expect(problem(text)).toBe(message));
});

describe('numbers', () => {
  it.each([
    '0',
    '00',
    '0_0',
    '1_000',
    '0xFf_1',
    '0b1_0',
    '0o17',
    '1.',
    '.5',
    '1.e5',
    '1e-5',
    '09.5',
    '09j',
    '1_0j',
    '1E5J',
  ])('%s', (number) => {
    expect(spellings(number)).toEqual([number]);
    expect(problem(number)).toBeUndefined();
  });

  it('a word that is an operator may follow without a blank', () => {
    expect(spellings('1if 2else 3')).toEqual(['1', 'if', '2', 'else', '3']);
    expect(spellings('1..real')).toEqual(['1.', '.', 'real']);
    expect(spellings('0xfor x')).toEqual(['0xf', 'or', 'x']);
  });

  it.each([
    ['01', /^leading zeros/],
    ['1_', /^invalid decimal literal/],
    ['1__0', /^invalid decimal literal/],
    ['0x', /^invalid hexadecimal literal/],
    ['0b12', /^invalid digit '2' in binary literal/],
    ['0o8', /^invalid digit '8' in octal literal/],
    ['1e', /^invalid decimal literal/],
    ['1e+', /^invalid decimal literal/],
    ['1abc', /^invalid decimal literal/],
    ['1.real', /^invalid decimal literal/],
  ])('%s', (text, message) => expect(problem(text)).toMatch(message));
});

describe('strings', () => {
  it.each([
    "''",
    '"a\'b"',
    "'a\\'b'",
    "r'\\'",
    "Rb'x'",
    "bR'x'",
    "u'x'",
    "'''a\n'b''c'''",
    "'a\\\nb'",
    "'a\\\r\nb'",
  ])('%j is one token', (text) => {
    const literal = text === "r'\\'" ? "r'\\\\'" : text;
    expect(kinds(literal)).toBe('String newline');
    expect(problem(literal)).toBeUndefined();
  });

  it.each([
    ["'a", 'unterminated string literal'],
    ["'a\nb'", 'unterminated string literal'],
    ["'''a", 'unterminated triple-quoted string literal'],
    ["b'é'", 'bytes can only contain ASCII literal characters'],
    ["'\\x4'", '(unicode error) truncated \\xXX escape'],
    ["b'\\x4'", '(value error) invalid \\x escape'],
    ["'\\u12'", '(unicode error) truncated \\uXXXX escape'],
    ["'\\U00110000'", '(unicode error) illegal Unicode character'],
    ["'\\N'", '(unicode error) malformed \\N character escape'],
    ["'a' b'b'", 'cannot mix bytes and nonbytes literals'],
    ["f'a' b'b'", 'cannot mix bytes and nonbytes literals'],
    ["t'a' 'b'", 'cannot mix t-string literals with string or bytes literals'],
  ])('%j: %s', (text, message) => expect(problem(text)).toBe(message));

  it.each(["b'\\u12'", "r'\\x4'", "'\\N{DIGIT ONE}'", "'\\q'", "'a' f'b' u'c'", "t'a' t'b'"])(
    '%j is right',
    (text) => {
      expect(problem(text)).toBeUndefined();
    },
  );
});

describe('f-strings', () => {
  it.each([
    ["f'a{b}c'", "f' { b } '"],
    ["f'{{}}'", "f' '"],
    ["f'{a!r:>{w}}'", "f' { a !r : > { w } } '"],
    ["f'{a=}'", "f' { a = } '"],
    ["f'{a!=b}'", "f' { a != b } '"],
    ["f'{a:=5}'", "f' { a : =5 } '"],
    ["f'{(a:=5)}'", "f' { ( a := 5 ) } '"],
    ["f'{a['b']}'", "f' { a [ 'b' ] } '"],
    ["f'{f'{a}'}'", "f' { f' { a } ' } '"],
    ["f'\\{a}'", "f' { a } '"],
    ["f'\\N{DIGIT ONE}{a}'", "f' { a } '"],
    ["rf'\\N{a}'", "rf' { a } '"],
    ["f'{a:{{b}}}'", "f' { a : { { b } } } '"],
    ["f'{ {1: 2}[1] }'", "f' { { 1 : 2 } [ 1 ] } '"],
    ["f'{lambda x: 1}'", "f' { lambda x :  1 } '"],
    ['f"""{\na\n}"""', 'f""" { a } """'],
    ["t'{a}'", "t' { a } '"],
  ])('%j', (text, expected) => expect(spellings(text).join(' ')).toBe(expected));

  it.each([
    ["f'}'", "f-string: single '}' is not allowed"],
    ["f'{a", "f-string: expecting '}'"],
    ["f'{a!x}'", "f-string: invalid conversion character 'x'"],
    ["f'{a! r}'", 'f-string: conversion type must come right after the exclamation mark'],
    ["f'a", 'unterminated f-string literal'],
    ["f'{a:{b:{c:{d}}}}'", 'f-string: expressions nested too deeply'],
  ])('%j: %s', (text, message) => expect(problem(text)).toBe(message));
});
