import { describe, expect, test } from 'vitest';
import { analysePaths } from '../../../src/engine/analyse.ts';
import { STAGES, type Stages } from '../../../src/engine/stages.ts';
import { MemoryCache } from '../../../src/host/cache.ts';
import { MemoryHost } from '../../../src/host/memory.ts';
import type { Report } from '../../../src/model/finding.ts';
import { TABLE } from '../../flow/programs.ts';
import { settings } from '../settings.ts';

const SITE = '/env/lib/python3.13/site-packages';
const APP = { '/proj/app.py': 'import dep\ndep.work()\n' };
const DEP = { [`${SITE}/dep.py`]: 'import os\ndef work():\n    os.system("a")\n' };

/** A run with a cache: the report, and how often a text was parsed. */
async function run(
  cache: MemoryCache | undefined,
  files: Readonly<Record<string, string>>,
): Promise<{ report: Report; parsed: number }> {
  let parsed = 0;
  const stages: Stages = {
    ...STAGES,
    parse: (text) => {
      parsed++;
      return STAGES.parse(text);
    },
  };
  const dependencies = { leftOut: false, sitePackages: [SITE] };
  const host = new MemoryHost({ [`${SITE}/`]: '', ...files });
  const io = { stages, ...(cache ? { cache } : {}) };
  return { report: await analysePaths(settings(['/proj'], { dependencies }), host, TABLE, io), parsed };
}

/** `line event confidence names...` */
const lines = (findings: Report['findings']): string[] =>
  findings.map(({ region, event, confidence, witness }) =>
    [
      region.line,
      event,
      confidence,
      ...witness.map(({ name, line }) => (line === undefined ? name : `${name}:${line}`)),
    ].join(' '),
  );

describe('facts of installed packages', () => {
  test('are made once, and say the same from then on', async () => {
    const cache = new MemoryCache();
    const cold = await run(cache, { ...APP, ...DEP });
    const warm = await run(cache, { ...APP, ...DEP });
    const without = await run(undefined, { ...APP, ...DEP });
    expect([cold.parsed, warm.parsed, without.parsed]).toEqual([2, 1, 2]);
    expect(warm.report).toEqual(without.report);
    expect(lines(warm.report.findings)).toContain('2 os.system high app:2 dep.work:3 os.system');
  });

  test('are those of the bytes: another text has its own, the same elsewhere has the same', async () => {
    const cache = new MemoryCache();
    await run(cache, { ...APP, ...DEP });
    const other = await run(cache, {
      ...APP,
      [`${SITE}/dep.py`]: 'import os\ndef work():\n    os.chmod("a", 1)\n',
    });
    expect(other.parsed).toBe(2);
    expect(lines(other.report.findings)).toContain('2 os.chmod high app:2 dep.work:3 os.chmod');
    const moved = await run(cache, { ...APP, [`${SITE}/dep/__init__.py`]: DEP[`${SITE}/dep.py`]! });
    expect(moved.parsed).toBe(1);
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)],
    ['empty', () => new Uint8Array()],
    [
      'damaged',
      (bytes: Uint8Array) =>
        Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 255 : byte)),
    ],
    ['somebody else’s', () => new TextEncoder().encode('x'.repeat(4096))],
  ])('that are %s are made and kept anew', async (_, damage) => {
    const cache = new MemoryCache();
    const { report } = await run(cache, { ...APP, ...DEP });
    for (const [name, bytes] of cache.kept) cache.kept.set(name, damage(bytes));
    const again = await run(cache, { ...APP, ...DEP });
    expect(again.parsed).toBe(2);
    expect(again.report).toEqual(report);
    expect((await run(cache, { ...APP, ...DEP })).parsed).toBe(1);
  });

  test('of the project are not kept', async () => {
    const cache = new MemoryCache();
    await run(cache, APP);
    expect(cache.kept.size).toBe(0);
  });
});

const THEMES: readonly (readonly [string, string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'a callback',
    'import os, dep\ndef work(path):\n    os.remove(path)\ndep.each(work, ["a"])\n',
    {
      'dep.py':
        'import os\ndef each(f, paths):\n    for path in paths:\n        f(path)\n    os.sync()\n    os.chdir("/")\n',
    },
    ['4 os.chdir high app:4 dep.each:6 os.chdir'],
  ],
  [
    'a subclass',
    'import dep\nclass Mine(dep.Base):\n    def step(self):\n        pass\nMine().run()\n',
    {
      'dep.py':
        'import os\nclass Base:\n    def run(self):\n        self.step()\n        os.rmdir("a")\n    def step(self):\n        os.mkdir("a")\n',
    },
    ['5 os.rmdir high app:5 dep.Base.run:5 os.rmdir'],
  ],
  [
    'a decorator',
    'import dep\n@dep.traced\ndef work():\n    pass\nwork()\n',
    {
      'dep.py':
        'import functools, os\ndef traced(f):\n    @functools.wraps(f)\n    def wrapper(*args):\n        os.chdir("/")\n        return f(*args)\n    return wrapper\n',
    },
    ['5 os.chdir high app:5 dep.traced.wrapper:5 os.chdir'],
  ],
  [
    'a re-export',
    'from dep import go, Tool\ngo()\nTool().use()\n',
    {
      'dep/__init__.py': 'from ._go import *\nfrom ._tool import Thing as Tool\n',
      'dep/_go.py': 'import os\n__all__ = ["go"]\ndef go():\n    os.chdir("/")\n',
      'dep/_tool.py': 'import os\nclass Thing:\n    def use(self):\n        os.rmdir("a")\n',
    },
    ['2 os.chdir high app:2 dep._go.go:4 os.chdir', '3 os.rmdir high app:3 dep._tool.Thing.use:4 os.rmdir'],
  ],
  [
    'a chain of two',
    'import one\none.go()\n',
    {
      'one.py': 'import two\ndef go():\n    two.Worker().go()\n',
      'two.py': 'import os\nclass Worker:\n    def go(self):\n        os.chdir("/")\n',
    },
    ['2 os.chdir high app:2 one.go:3 two.Worker.go:4 os.chdir'],
  ],
  [
    'a context manager',
    'import dep\nwith dep.inside():\n    pass\nwith dep.Held():\n    pass\n',
    {
      'dep.py':
        'import contextlib, os\n@contextlib.contextmanager\ndef inside():\n    os.chdir("/")\n    yield\nclass Held:\n    def __enter__(self):\n        return self\n    def __exit__(self, *why):\n        os.rmdir("a")\n',
    },
    ['2 os.chdir high app:2 dep.inside:4 os.chdir', '4 os.rmdir high app:4 dep.Held.__exit__:10 os.rmdir'],
  ],
  [
    'a generator',
    'import dep\nlines = dep.lines()\nfor line in lines:\n    pass\n',
    { 'dep.py': 'import os\ndef lines():\n    os.chdir("/")\n    yield 1\n' },
    ['3 os.chdir high app:3 dep.lines:3 os.chdir'],
  ],
];

describe('a second run says what the full analysis says', () => {
  test.each(THEMES)('of %s', async (_, app, site, through) => {
    const below = Object.fromEntries(Object.entries(site).map(([path, text]) => [`${SITE}/${path}`, text]));
    const files = { '/proj/app.py': app, ...below };
    const cache = new MemoryCache();
    await run(cache, files);
    const warm = await run(cache, files);
    const reference = await run(undefined, files);
    expect(warm.parsed).toBe(1);
    expect(warm.report).toEqual(reference.report);
    const found = warm.report.findings.filter(
      ({ provenance, event }) => provenance === 'dependency' && event.startsWith('os.'),
    );
    expect(lines(found)).toEqual(through);
  });
});
