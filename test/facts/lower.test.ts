import { describe, expect, test } from 'vitest';
import { dump } from './dump.ts';

/** Each entry: what it shows, and the program. */
const PROGRAMS: readonly (readonly [name: string, text: string])[] = [
  ['an assignment is a version, not a store, until the module ends', 'f = g\nf()\nf = h\nf()\n'],
  ['branches join', 'if a:\n    f = 1\nelse:\n    f = 2\nf\n'],
  [
    'a branch that leaves does not join',
    'def f(x):\n    y = 1\n    if x:\n        y = 2\n        return y\n    return y\n',
  ],
  ['a loop joins what its body writes', 'x = 1\nfor i in a:\n    x\n    x = 2\nx\n'],
  ['handlers see every version of the body', 'x = 1\ntry:\n    x = 2\n    x = 3\nexcept E as e:\n    x\n'],
  ['what a nested function reads is stored', 'def f():\n    x = 1\n    return lambda: x\n'],
  ['a deleted global is a builtin again', 'open = 1\ndel open\nopen\n'],
  ['displays pair off with their targets', 'a, *b, c = 1, 2, 3, 4\na, b = b, a\n'],
  ['arguments keep their kinds', 'f(a, *b, c=1, **d)\n'],
  ['parts of a subscript', 'a[1]\na[1:]\na[1, 2]\na[:, 1]\n'],
  [
    'class bodies give attributes at their end',
    'class C(B, metaclass=M):\n    x = 1\n    def m(self):\n        pass\n',
  ],
  [
    'annotated attributes are fields of what they are put on',
    'class C:\n    a: int\n    b: int = 1\n    def m(self):\n        self.c: "D[E]" = 2\n        self.d: D | None\n',
  ],
  [
    'with, async and await',
    'async def f():\n    async with a as b:\n        await b\n    async for c in b:\n        yield c\n',
  ],
  ['walrus in a comprehension binds around it', 'def f():\n    [y := x for x in a if x]\n    return y\n'],
];

describe('lowering', () => {
  test.each(PROGRAMS)('%s', (name, text) => {
    expect(`${text}\n${dump(text)}`).toMatchSnapshot(name);
  });

  test('equal texts give equal facts', () => {
    for (const [, text] of PROGRAMS) expect(dump(text)).toBe(dump(text));
  });
});
