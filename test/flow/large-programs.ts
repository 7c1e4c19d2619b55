const times = (count: number, part: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

/** Programs that are large in one respect; the last line of each calls `os.system`, and must be found to. */
export const LARGE_PROGRAMS: Readonly<Record<string, string>> = {
  '10,000 functions in one cycle': `${times(10_000, (i) => `def f${i}(x):\n    return f${(i + 1) % 10_000}(x) or x`)}\nf0(os.system)("x")`,
  'a chain of 10,000 calls': `def f0(x): return x\n${times(10_000, (i) => `def f${i + 1}(x): return f${i}(x)`)}\nf10000(1)\nos.system("x")`,
  'classes 2,000 deep': `class C0:\n    run = os.system\n${times(2000, (i) => `class C${i + 1}(C${i}): pass`)}\nC2000().run("x")`,
  'classes 2,000 deep that call super': `class C0:\n    def m(self): pass\n${times(2000, (i) => `class C${i + 1}(C${i}):\n    def m(self): return super().m()`)}\nC2000().m()\nos.system("x")`,
  '5,000 decorators on one function': `def d(f): return f\n${times(5000, () => '@d')}\ndef g(): return os.system\ng()("x")`,
  'functions 200 deep in each other': `${times(200, (i) => `${' '.repeat(i)}def f${i}():`)}\n${' '.repeat(200)}pass\nos.system("x")`,
  'brackets 150 deep': `x = ${'['.repeat(150)}os.system${']'.repeat(150)}\nos.system("x")`,
  '20,000 statements under conditions in a row': `${times(20_000, (i) => `if x${i}: y = ${i}`)}\nos.system("x")`,
  '700 branches of elif': `if a: x = 0\n${times(700, (i) => `elif a${i}: x = ${i}`)}\nos.system("x")`,
  'a function that returns itself':
    'def f(): return f\nf()()()()()()()()()()()()()()()()()()()()\nos.system("x")',
  'a dict of 20,000 functions': `d = {\n${times(20_000, (i) => `    "k${i}": lambda: ${i},`)}\n    "k": os.system,\n}\nd["k"]("x")`,
  'a list of 100,000 numbers': `x = [${times(100_000, (i) => String(i), ', ')}]\nos.system("x")`,
  'a list of 20,000 functions, called': `def f(): pass\nx = [${times(20_000, () => 'f', ', ')}, os.system]\nfor g in x: g("x")\nos.system("x")`,
  'a union of 5,000 classes': `${times(5000, (i) => `class C${i}:\n    def m(self): return ${i}`)}\nx = [${times(5000, (i) => `C${i}()`, ', ')}]\nfor c in x: c.m()\nos.system("x")`,
  'a union of 3,000 functions that call each other through a list': `fs = []\n${times(3000, (i) => `def f${i}():\n    for g in fs: g()\nfs.append(f${i})`)}\nos.system("x")`,
  'an attribute of itself in a loop':
    'x = y\nwhile x:\n    x = x.a.b.c\n    x.d = x\n    x = x.d[x]\nos.system("x")',
  'containers that take each other': `${times(300, (i) => `a${i} = []`)}\n${times(300, (i) => `a${i}.append(a${(i + 1) % 300})`)}\n${times(300, (i) => `a${i}.append(a${(i * 7) % 300})`)}\nos.system("x")`,
  'a call with 2,000 arguments': `def f(*a, **k): return a\nf(${times(2000, (i) => `k${i}=${i}`, ', ')})\nos.system("x")`,
  'a chain of 5,000 attributes': `x = y${times(5000, (i) => `.a${i}`, '')}\nos.system("x")`,
  'a chain of 2,000 calls of one function': `def f(x): return f\nf${times(2000, () => '(1)', '')}\nos.system("x")`,
  'a name assigned 20,000 times': `${times(20_000, (i) => `x = ${i}`)}\nos.system("x")`,
  'a global written by 3,000 functions': `${times(3000, (i) => `def f${i}():\n    global g\n    g = f${i}\n    g()`)}\nos.system("x")`,
  'aliases in a chain of 10,000': `x0 = os.system\n${times(10_000, (i) => `x${i + 1} = x${i}`)}\nx10000("x")`,
  'generators of 2,000 that yield from each other': `${times(2000, (i) => `def g${i}():\n    yield os.system\n    yield from g${(i + 1) % 2000}()`)}\nfor f in g0(): f("x")`,
  '5,000 lambdas around each other': `f = os.system\n${times(5000, () => 'f = (lambda g: lambda x: g(x))(f)')}\nos.system("x")`,
  '1,000 branches that assign 50 names': `if a: pass\n${times(1000, (i) => `elif a${i}:\n${times(50, (j) => `    v${j} = ${i}`)}`)}\nos.system("x")`,
  'operators of 800 classes': `${times(800, (i) => `class C${i}:\n    def __add__(self, o): return o\n    def __radd__(self, o): return self`)}\nx = [${times(800, (i) => `C${i}()`, ', ')}]\ny = x[0]\nfor a in x: y = y + a + y\nos.system("x")`,
  'loops 60 deep': `x = 0\n${times(60, (i) => `${' '.repeat(i)}for a${i} in x:`)}\n${' '.repeat(60)}x = [x, a0]\nos.system("x")`,
  '500 functions that pass keywords on in a ring': `${times(500, (i) => `def f${i}(*a, **k): return f${(i + 1) % 500}(*a, x${i}=f${i}, **k)`)}\nf0(os.system)\nos.system("x")`,
};

/** Programs that fail so far, each with the reason; moved up when they no longer do. */
export const FAILING_PROGRAMS: Readonly<Record<string, readonly [reason: string, text: string]>> = {};
