import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/parse.ts';

const told = (text: string): string[] => parse(text).problems.map((one) => `${one.class}: ${one.message}`);

// Each verdict is CPython 3.13's own (bin/dev/snippets asks it of its doctests); messages are in its sense.
const REFUSED: readonly [string, string][] = [
  ['f() = 1', 'syntax: cannot assign to function call'],
  ['a + 1 = 2', 'syntax: cannot assign to expression'],
  ['a < b = 2', 'syntax: cannot assign to comparison'],
  ['(a, [b, 1]) = c', 'syntax: cannot assign to literal'],
  ['None = 1', 'syntax: cannot assign to None'],
  ['x = (yield) = 1', 'syntax: cannot assign to yield expression'],
  ['x = yield = 1', 'syntax: assignment to yield expression not possible'],
  ['for f() in x: pass', 'syntax: cannot assign to function call'],
  ['[x for 1 in y]', 'syntax: cannot assign to literal'],
  ['with a as b, c as 1: pass', 'syntax: cannot assign to literal'],
  ['(a, b): int', 'syntax: only single target (not tuple) can be annotated'],
  ['f(): int', 'syntax: illegal target for annotation'],
  ['[a] += 1', "syntax: 'list' is an illegal expression for augmented assignment"],
  ['del f()', 'syntax: cannot delete function call'],
  ['del (*a, b)', 'syntax: cannot delete starred'],
  ['*a, *b = c', 'semantic: multiple starred expressions in assignment'],
  ['*a = 1', 'semantic: starred assignment target must be in a list or tuple'],
  ['x = *a', "semantic: can't use starred expression here"],
  ["f'{*a}'", "semantic: can't use starred expression here"],
  ['[*not a]', 'syntax: invalid syntax'],
  ['a == not b', 'syntax: invalid syntax'],
  ['a or lambda: 1', 'syntax: invalid syntax'],
  ['a if b if c else d else e', "syntax: expected 'else' after 'if' expression"],
  ['await -x', 'syntax: invalid syntax'],
  ['f(a=1, b)', 'syntax: positional argument follows keyword argument'],
  ['f(**a, *b)', 'syntax: iterable argument unpacking follows keyword argument unpacking'],
  ['f(x for x in y, 1)', 'syntax: Generator expression must be parenthesized'],
  ['f(1, x for x in y)', 'syntax: Generator expression must be parenthesized'],
  ['f(a=1, a=2)', 'semantic: keyword argument repeated: a'],
  ['def f(a=1, b): pass', 'syntax: parameter without a default follows parameter with a default'],
  ['def f(*): pass', 'syntax: named arguments must follow bare *'],
  ['def f(a, /, b, /): pass', 'syntax: / may appear only once'],
  ['def f(**k, a): pass', 'syntax: arguments cannot follow var-keyword argument'],
  ['lambda a, a: 1', "semantic: duplicate argument 'a' in function definition"],
  ['def f[T, T](): pass', "semantic: duplicate type parameter 'T'"],
  ['return', "semantic: 'return' outside function"],
  ['class C: yield', "semantic: 'yield' outside function"],
  ['def f(): [(yield) for x in y]', "semantic: 'yield' inside list comprehension"],
  ['async def f(): yield from a', "semantic: 'yield from' inside async function"],
  ['async def f():\n yield 1\n return 2', "semantic: 'return' with value in async generator"],
  ['def f(): await a', "semantic: 'await' outside async function"],
  ['await a', "semantic: 'await' outside function"],
  ['[x async for x in y]', 'semantic: asynchronous comprehension outside of an asynchronous function'],
  ['async for x in y: pass', "semantic: 'async for' outside async function"],
  ['for x in y: pass\nelse: break', "semantic: 'break' outside loop"],
  ['if 1: continue', "semantic: 'continue' not properly in loop"],
  [
    'for x in y:\n try: pass\n except* E: break',
    "semantic: 'break', 'continue' and 'return' cannot appear in an 'except*' block",
  ],
  ['x = 1\nglobal x', "semantic: name 'x' is assigned to before global declaration"],
  ['def f(x): global x', "semantic: name 'x' is parameter and global"],
  ['def f(): nonlocal x', "semantic: no binding for nonlocal 'x' found"],
  ['nonlocal x', 'semantic: nonlocal declaration not allowed at module level'],
  ['def f():\n global x\n x: int', "semantic: annotated name 'x' can't be global"],
  ['def f(): from a import *', 'semantic: import * only allowed at module level'],
  ['from __future__ import foo', 'semantic: future feature foo is not defined'],
  [
    'x = 1\nfrom __future__ import division',
    'semantic: from __future__ imports must occur at the beginning of the file',
  ],
  [
    '[x := 1 for x in y]',
    "semantic: assignment expression cannot rebind comprehension iteration variable 'x'",
  ],
  [
    'class C: [y := 1 for x in z]',
    'semantic: assignment expression within a comprehension cannot be used in a class body',
  ],
  ['type X = (yield)', 'semantic: yield expression cannot be used within a type alias'],
  ['try: pass\nexcept: pass\nexcept a: pass', "semantic: default 'except:' must be last"],
  [
    'try: pass\nexcept* a: pass\nexcept b: pass',
    "syntax: cannot have both 'except' and 'except*' on the same 'try'",
  ],
  ['match x:\n case a | 1: pass', "semantic: name capture 'a' makes remaining patterns unreachable"],
  ['match x:\n case [a] | [b]: pass', 'semantic: alternative patterns bind different names'],
  ['match x:\n case (a, a): pass', "semantic: multiple assignments to name 'a' in pattern"],
  ['match x:\n case [*a, *b]: pass', 'semantic: multiple starred names in sequence pattern'],
  ['match x:\n case A(b=1, c): pass', 'syntax: positional patterns follow keyword patterns'],
  ['match x:\n case 1+2: pass', 'syntax: imaginary number required in complex literal'],
  ['match x:\n case a as _: pass', "syntax: cannot use '_' as a target"],
  ['def f():\n lazy import a', 'semantic: lazy import not allowed inside functions'],
  ['class C: lazy import a', 'semantic: lazy import not allowed inside classes'],
  ['try:\n lazy import a\nfinally: pass', 'semantic: lazy import not allowed inside try/except blocks'],
  ['lazy from a import *', 'semantic: lazy from ... import * is not allowed'],
  ['lazy from __future__ import annotations', 'syntax: lazy from __future__ import is not allowed'],
  ['def f(__debug__): pass', 'semantic: cannot assign to __debug__'],
];

const ACCEPTED: readonly string[] = [
  '(a) = ((b)) = 1',
  '() = [] = a',
  'a, *b = [*c, d] = e',
  'f().x = a[0] = 1',
  '(a): int\na.b: int = 1, *c',
  'del (a, [b]), c.d, e[0]',
  'for *a, b in c: pass',
  'for x in lambda: 1, not y: pass',
  'with a as (b, *c), d as e.f: pass',
  'f(*not a, **b, c=1)',
  'f(k for k, v in x)',
  'class C(*a, **b): pass',
  'def f(a, /, b=1, *c: *d, e, **g,): pass',
  'def f():\n yield\n return 1',
  'async def f(): return [await x async for x in y]',
  'def f(): (await x for x in y)',
  'def f(): [x for x in (yield)]',
  'async def f(): return [[x async for x in y] for z in w]',
  'while 1:\n try: pass\n finally: continue',
  'class C:\n def f(self): nonlocal __class__',
  'def f():\n x = 1\n def g():\n  nonlocal x',
  "'doc'\nfrom __future__ import (annotations as b, division)",
  '[y := 1 for x in z]',
  '[(lambda: (x := 1)) for x in w]',
  'type X = lambda: (yield)',
  'match x:\n case a if y: pass\n case b: pass',
  "match x:\n case {-1: 1, 'a' 'b': 2, c.d: 3, **e}: pass",
  'match x:\n case [a] | (a, _): pass',
  '{*a, *b}, {**a, 1: 2}',
  '[*x for x in y], {**x for x in y}',
  'try: pass\nexcept A, B: pass',
  'try: pass\nexcept* (A, B) as e: pass',
  'x.__debug__; f(__debug__)',
  'lazy import a.b as c',
  'if x: lazy from a import b',
  'while x:\n try: break\n finally: pass',
  "t'{a!r}' t'{b}'",
];

describe('code that CPython refuses', () => {
  it.each(REFUSED)('%j', (text, expected) => {
    expect(told(text)[0]?.startsWith(expected)).toBe(true);
  });

  it.each([
    ['x = 1\n  y = 2\n', 'unexpected indent'],
    ['def f():\npass\n', 'expected an indented block'],
    ['print "a"', "Missing parentheses in call to 'print'. Did you mean print(...)?"],
    ['x = )', "unmatched ')'"],
  ])('%j: %s', (text, message) => {
    expect(told(text).some((one) => one === `syntax: ${message}`)).toBe(true);
  });

  it('tells only of syntax where there is some', () => {
    expect(told('return\nf() = 1')).toEqual(['syntax: cannot assign to function call']);
  });

  it('tells one problem a line, the first first', () => {
    expect(told('x = = 1\ny = (\n')[0]).toBe('syntax: invalid syntax');
  });
});

describe('code that CPython takes', () => {
  it.each(ACCEPTED)('%j', (text) => expect(told(text)).toEqual([]));
});
