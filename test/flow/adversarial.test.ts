import { describe, expect, test } from 'vitest';
import { findingsOf } from './programs.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const events = (text: string) =>
  findingsOf({ 'main.py': `import os\n${text}\n` })
    .filter(({ event }) => event !== 'import')
    .map(({ line, event }) => `${line}: ${event}`);

/** Programs made to grow without end; each has to be solved in seconds, and what stands in it found. */
describe('programs that grow', () => {
  test.each<[string, string]>([
    [
      'functions that call each other',
      'def a(f): return b(f)\ndef b(f): return a(f) or f\na(os.system)("x")',
    ],
    [
      '2,000 functions in a ring',
      `${lines(2000, (i) => `def f${i}(x): return f${(i + 1) % 2000}(x) or x`)}\nf0(os.system)("x")`,
    ],
    [
      '2,000 functions in a chain',
      `def f0(x): return x\n${lines(2000, (i) => `def f${i + 1}(x): return f${i}(x)`)}\nf0(os.system)("x")`,
    ],
    ['a list in itself', 'x = [os.system]\nfor _ in "abc":\n    x = [x, x]\nx = [os.system]\nx[0]("x")'],
    ['a list that takes itself', 'x = [os.system]\nx.append(x)\nx.extend(x)\nx[0]("x")'],
    ['a dict of dicts', 'x = {"f": os.system}\nx["x"] = x\nx["x"]["x"]["f"]("x")'],
    [
      'partial of partial',
      'import functools\nf = os.system\nfor _ in "abc":\n    f = functools.partial(f)\nos.system("x")',
    ],
    [
      'decorators on decorators',
      `def d(f):\n    def g(*a): return f(*a)\n    return g\nf = os.system\nfor _ in "abc":\n    f = d(f)\nf = d(d(d(d(os.system))))\nos.system("x")`,
    ],
    [
      'next of next',
      'class N:\n    def __init__(self, n): self.next = n\nx = N(N(None))\nwhile x:\n    x = x.next\nos.system("x")',
    ],
    ['a class per turn', 'x = object\nfor _ in "abc":\n    class C(x): pass\n    x = C\nos.system("x")'],
    [
      'a class made by a function that calls itself',
      'def f(b, n):\n    class C(b): pass\n    return f(C, n - 1) if n else C\nf(object, 3)\nos.system("x")',
    ],
    [
      '500 classes deep',
      `class C0:\n    run = os.system\n${lines(500, (i) => `class C${i + 1}(C${i}): pass`)}\nC500().run("x")`,
    ],
    [
      '200 bases',
      `${lines(200, (i) => `class C${i}: pass`)}\nclass D(${Array.from({ length: 200 }, (_, i) => `C${i}`).join(', ')}): pass\nos.system("x")`,
    ],
    [
      'a condition of 5,000 parts',
      `def f(a):\n    if ${Array.from({ length: 5000 }, (_, i) => `a != ${i}`).join(' and ')}:\n        pass\nf(1)\nos.system("x")`,
    ],
    [
      'a comparison of 5,000 links',
      `def f(a):\n    if ${Array.from({ length: 5000 }, () => 'a').join(' < ')}:\n        pass\nf(1)\nos.system("x")`,
    ],
    ['a sum of 3,000 terms', `x = ${Array.from({ length: 3000 }, () => '1').join(' + ')}\nos.system("x")`],
    ['a text of 3,000 parts', `x = ${Array.from({ length: 3000 }, () => '"a"').join(' + ')}\nos.system("x")`],
    ['a text that doubles', `x0 = "ab"\n${lines(60, (i) => `x${i + 1} = x${i} + x${i}`)}\nos.system("x")`],
    ['a tuple that doubles', `x0 = ("a",)\n${lines(60, (i) => `x${i + 1} = x${i} + x${i}`)}\nos.system("x")`],
    [
      'a long text that doubles',
      `x0 = "${'a'.repeat(1000)}"\n${lines(35, (i) => `x${i + 1} = x${i} + x${i}`)}\nos.system(x35)`,
    ],
    [
      'a format that triples',
      `x0 = "abc"\n${lines(35, (i) => `x${i + 1} = f"{x${i}}{x${i}}{x${i}}"`)}\nos.system(x35)`,
    ],
    ['a tuple of tuples', `x0 = ("a",)\n${lines(35, (i) => `x${i + 1} = (x${i}, x${i})`)}\nos.system(x35)`],
    [
      'a tuple that doubles and is used',
      `x0 = ("a",)\n${lines(35, (i) => `x${i + 1} = x${i} + x${i}`)}\nos.system(x35)`,
    ],
    [
      'a number that squares',
      `x0 = ${'9'.repeat(20)}\n${lines(38, (i) => `x${i + 1} = x${i} * x${i}`)}\nos.system(x38)`,
    ],
    ['a number that grows', `x0 = 3\n${lines(60, (i) => `x${i + 1} = x${i} * x${i}`)}\nos.system("x")`],
    [
      'names that grow',
      'name = "a"\nx = os\nwhile name:\n    name = name + "a"\n    x = getattr(x, name)\nos.system("x")',
    ],
    [
      'setattr with many names',
      `class C: pass\nc = C()\nfor n in (${Array.from({ length: 500 }, (_, i) => `"n${i}"`).join(', ')}):\n    setattr(c, n, getattr(c, n, os.system))\nos.system("x")`,
    ],
    ['a generator of itself', 'def g():\n    yield os.system\n    yield from g()\nfor f in g():\n    f("x")'],
    [
      '__getattr__ that asks itself',
      'class C:\n    def __getattr__(self, n): return getattr(self, n + "x")\nC().a.b.c\nos.system("x")',
    ],
    ['__call__ of itself', 'class C:\n    def __call__(self): return self()\nC()()()()\nos.system("x")'],
    [
      'properties in a ring',
      'class C:\n    @property\n    def a(self): return self.b\n    @property\n    def b(self): return self.a\nC().a\nos.system("x")',
    ],
    ['star arguments around', 'def f(*a, **k): return f(a, *a, k=k, **k)\nf(1)\nos.system("x")'],
    [
      'a descriptor of itself',
      'class D:\n    def __get__(self, i, o): return self\nclass C: d = D()\nC().d.d.d\nos.system("x")',
    ],
    ['callbacks of callbacks', 'def f(g): return list(map(g, [f, g, os.system]))\nf(f)\nos.system("x")'],
    [
      '90 nested functions',
      `${lines(90, (i) => `${' '.repeat(i)}def f${i}():`)}\n${' '.repeat(90)}pass\nos.system("x")`,
    ],
  ])('%s', (_, text) => {
    const started = performance.now();
    const last = text.split('\n').length + 1;
    expect(events(text).some((event) => event === `${last}: os.system`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
