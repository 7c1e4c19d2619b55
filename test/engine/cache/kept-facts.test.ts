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

const found = ({ findings }: Report): string[] =>
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
    expect(found(warm.report)).toContain('2 os.system high app:2 dep.work:3 os.system');
  });

  test('are those of the bytes: another text has its own, the same elsewhere has the same', async () => {
    const cache = new MemoryCache();
    await run(cache, { ...APP, ...DEP });
    const other = await run(cache, {
      ...APP,
      [`${SITE}/dep.py`]: 'import os\ndef work():\n    os.chmod("a", 1)\n',
    });
    expect(other.parsed).toBe(2);
    expect(found(other.report)).toContain('2 os.chmod high app:2 dep.work:3 os.chmod');
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
