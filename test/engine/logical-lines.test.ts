import { describe, expect, it } from 'vitest';
import { logicalLines } from '../../src/engine/logical-lines.ts';

const around = (text: string, part: string): string => logicalLines(text)(text.indexOf(part));

describe('logical lines', () => {
  it.each<[string, string, string]>([
    ['a = 1\nb  =  f( x )# c\n', 'f(', 'b = f ( x )'],
    ['f(\n  a, # one\n\n  b)\nc\n', 'b)', 'f ( a , b )'],
    ['if x:\n    a = \\\n   b ** 2 //= 3\n', 'b', 'a = b ** 2 //= 3'],
    ['x = """a\n# no\n""" + y; z\n', 'y', 'x = """a\n# no\n""" + y ; z'],
    ["f(rb'\\'', 0x1F, 1_0.5e-3j, .5, ü)", 'ü', "f ( rb'\\'' , 0x1F , 1_0.5e-3j , .5 , ü )"],
    ['a = f"{x["k"]!r:>{w}} {{ #" # c\r\nb', 'x[', 'a = f"{x["k"]!r:>{w}} {{ #"'],
    ['a = f"{"\nb = 1\n', 'b', 'b = 1'],
    ['a = "open\nb = 1\n', 'b', 'b = 1'],
    ['a)\n(b\r c)', 'c', '( b c )'],
    ['\n# only\n', 'only', ''],
  ])('in %j around %j', (text, part, tokens) => {
    expect(around(text, part)).toBe(tokens);
  });
});
