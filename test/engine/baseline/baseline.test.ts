import { describe, expect, it } from 'vitest';
import type { BaselineSettings, Settings } from '../../../src/config/settings.ts';
import { analysePaths } from '../../../src/engine/analyse.ts';
import type { RunIo } from '../../../src/engine/read-files.ts';
import { exitCode } from '../../../src/filter/exit-code.ts';
import { MemoryHost, type MemoryNode } from '../../../src/host/memory.ts';
import type { Report } from '../../../src/model/finding.ts';
import { targetMask } from '../../../src/model/targets.ts';
import { TABLE } from '../../flow/programs.ts';
import { Random } from '../../random.ts';
import { settings } from '../settings.ts';

const FILE = 'baseline.jsonl';
type Files = Readonly<Record<string, MemoryNode>>;

const run = (
  files: Files,
  action: BaselineSettings['action'],
  more: Partial<Settings> = {},
  io: RunIo = {},
) =>
  analysePaths(
    settings(more.paths ?? ['.'], { preset: 'recommended', baseline: { file: FILE, action }, ...more }),
    new MemoryHost(files),
    TABLE,
    io,
  );

/** The files with a baseline of what they hold. */
async function adopted(
  files: Files,
  more: Partial<Settings> = {},
  io: RunIo = {},
): Promise<Record<string, MemoryNode>> {
  const report = await run(files, 'write', more, io);
  expect(report.findings).toEqual([]);
  return { ...files, [FILE]: report.baseline!.text! };
}

/** `file:line event`, and of rules the message. */
const shown = ({ findings }: Report) =>
  findings.map(
    ({ file, region, event, message }) => `${file}:${region.line} ${event}${message ? `: ${message}` : ''}`,
  );
const lines = (...texts: string[]) => `${texts.join('\n')}\n`;

const ONE = { 'a.py': lines('import os', 'def f(c):', '    os.system(c)') };

describe('a baseline', () => {
  it('accepts what is there, and says so', async () => {
    const report = await run(await adopted(ONE), 'compare');
    expect(shown(report)).toEqual([]);
    expect(report.baseline).toEqual({
      name: FILE,
      accepted: 1,
      stale: 0,
      broughtByData: 0,
      notices: [],
    });
    expect(report.accepted!.map(({ event, acceptance }) => [event, acceptance])).toEqual([
      ['os.system', { by: 'baseline' }],
    ]);
    expect(report.hidden.get('in the baseline')).toBe(1);
    expect(exitCode(report, { failOn: 'warning' })).toBe(0);
  });

  it('holds when lines move, files are renamed and line ends change', async () => {
    const files = await adopted(ONE);
    const moved = lines(
      'import os, sys  # more',
      '',
      '',
      'def g(): pass',
      'def f(c):',
      '        os.system(  c ) # x',
    );
    for (const changed of [
      { 'a.py': moved },
      { 'sub/b.py': moved },
      { 'a.py': moved.replaceAll('\n', '\r\n') },
    ])
      expect(shown(await run({ [FILE]: files[FILE]!, ...changed }, 'compare'))).toEqual([]);
  });

  it('takes a second copy for new', async () => {
    const files = await adopted(ONE);
    const twice = lines(ONE['a.py'].trimEnd(), '    os.system(c)');
    const report = await run({ ...files, 'a.py': twice }, 'compare');
    expect(shown(report)).toEqual(['a.py:4 os.system']);
    expect(report.findings[0]!.broughtBy).toBe('code');
    expect(exitCode(report, { failOn: 'warning' })).toBe(1);
    expect(shown(await run({ ...files, 'aa.py': ONE['a.py'] }, 'compare'))).toEqual(['aa.py:3 os.system']);
    expect(shown(await run({ ...files, 'A.py': ONE['a.py'] }, 'compare'))).toEqual(['A.py:3 os.system']);
  });

  it('means the same wherever the tool is started', async () => {
    const files = await adopted(ONE);
    const below = new MemoryHost({ ...files, 'sub/b.py': 'x = 1\n' }, '/proj');
    const other = new MemoryHost(
      Object.fromEntries([...Object.entries(files)].map(([k, v]) => [`/proj/${k}`, v])),
      '/proj/sub',
    );
    for (const [host, path, file] of [
      [below, 'a.py', FILE],
      [other, '/proj/a.py', `../${FILE}`],
    ] as const) {
      const report = await analysePaths(
        settings([path], { preset: 'recommended', baseline: { file, action: 'compare' } }),
        host,
        TABLE,
      );
      expect([shown(report), report.baseline!.accepted]).toEqual([[], 1]);
    }
  });

  it('never accepts what is wrong with comments', async () => {
    const files = { 'a.py': 'x = 1  # pyaudit: ignore\n' };
    const report = await run(files, 'write');
    expect(report.findings.map(({ event }) => event)).toEqual(['invalid-suppression']);
    expect(report.baseline!.text).not.toContain('invalid-suppression');
  });

  it('that is missing says how to make one', async () => {
    await expect(run(ONE, 'compare')).rejects.toThrow(
      'there is no baseline at baseline.jsonl; write it once with --write-baseline',
    );
    await expect(run({ ...ONE, [FILE]: { fails: 'denied' } }, 'compare')).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('a stale entry', () => {
  const TWO = { 'a.py': lines('import os', 'os.system("a")', 'os.system("a")', 'os.system("b")') };

  it('fails, at its line, until it is pruned', async () => {
    const files = await adopted(TWO);
    const changed = { ...files, 'a.py': lines('import os', 'os.system("a")', 'os.system("b")') };
    const report = await run(changed, 'compare');
    expect(shown(report)).toEqual([
      'baseline.jsonl:3 stale-baseline-entry: `os.system` in a.py is gone (1 of 2 places), so the entry must go: run once with --prune-baseline.',
    ]);
    expect([
      report.baseline!.stale,
      exitCode(report, { failOn: 'error' }),
      exitCode(report, { failOn: 'none' }),
    ]).toEqual([1, 1, 0]);
    const pruned = await run(changed, 'prune');
    expect([shown(pruned), exitCode(pruned, { failOn: 'note' })]).toEqual([[], 0]);
    const after = await run({ ...changed, [FILE]: pruned.baseline!.text! }, 'compare');
    expect([shown(after), after.baseline!.accepted]).toEqual([[], 2]);
    const back = await run({ ...files, [FILE]: pruned.baseline!.text! }, 'compare');
    expect(shown(back)).toEqual(['a.py:3 os.system']);
  });

  it('is also one whose finding a comment accepts by now, or whose file is gone', async () => {
    const files = await adopted(ONE);
    const suppressed = ONE['a.py'].replace('(c)\n', '(c)  # pyaudit: ignore[os.system]\n');
    const gone = [
      'baseline.jsonl:3 stale-baseline-entry: `os.system` in `f` of a.py is gone, so the entry must go: run once with --prune-baseline.',
    ];
    expect(shown(await run({ ...files, 'a.py': suppressed }, 'compare'))).toEqual(gone);
    expect(shown(await run({ [FILE]: files[FILE]!, 'b.py': 'x = 1\n' }, 'compare'))).toEqual(gone);
  });

  it('is none where this run cannot tell', async () => {
    const files = await adopted({ ...ONE, 'sub/b.py': 'x = 1\n' });
    const clean = async (changed: Files, more: Partial<Settings> = {}) =>
      expect(shown(await run({ ...files, ...changed }, 'compare', more))).toEqual([]);
    const gone = { 'a.py': 'x = 1\n' };
    // not asked for
    await clean({}, { ignore: ['os.*'] });
    await clean({}, { select: ['socket.*'] });
    await clean({}, { minConfidence: 'high', provenances: ['stdlib'] });
    // not looked at
    await clean(gone, { paths: ['sub'] });
    await clean({ 'a.py': 'x = (\n' });
    // fewer targets
    await clean(gone, { targets: targetMask(['3.13']), versionsGiven: true });
    expect(
      (await run({ ...files, ...gone }, 'compare', { targets: targetMask(['3.13']) })).baseline!.notices,
    ).toEqual([
      'baseline.jsonl was written for targets that this run leaves out (it has CPython 3.8-3.15), so entries whose findings are gone are not told; analyse the same targets, or write it anew with --write-baseline.',
    ]);
  });
});

describe('a new version of the tool', () => {
  const OLD = { tool: { version: '1', data: 'old' } };
  const NEW = { tool: { version: '1', data: 'new' } };
  /** The old tool does not know `os.system`. */
  const blind = { ignore: ['os.system'] };
  const TREE = {
    'a.py': lines('import os', 'def f(c):', '    os.system(c)'),
    'b.py': lines('from c import run', 'def g(c):', '    run(c)'),
    'c.py': lines('import os', 'def run(c):', '    os.system(c)'),
  };

  it('brings findings that are shown as such and fail nothing', async () => {
    const files = await adopted(TREE, blind, OLD);
    const report = await run(files, 'compare', {}, NEW);
    expect(report.findings.map(({ file, level, broughtBy }) => [file, level, broughtBy])).toEqual([
      ['a.py', 'note', 'data'],
      ['c.py', 'note', 'data'],
    ]);
    expect([report.baseline!.broughtByData, exitCode(report, { failOn: 'note' })]).toEqual([2, 0]);
    const same = await run(files, 'compare', {}, OLD);
    expect(same.findings.map(({ broughtBy }) => broughtBy)).toEqual(['code', 'code']);
    expect(exitCode(same, { failOn: 'warning' })).toBe(1);
  });

  it('excuses no file that has changed, but one that was renamed', async () => {
    const files = await adopted(TREE, blind, OLD);
    const { 'c.py': c, ...rest } = files;
    const report = await run({ ...rest, 'a.py': `${TREE['a.py']}x = 1\n`, 'd.py': c! }, 'compare', {}, NEW);
    expect(report.findings.map(({ file, level, broughtBy }) => [file, level, broughtBy])).toEqual([
      ['a.py', 'warning', 'code'],
      ['d.py', 'note', 'data'],
    ]);
  });

  it('is recorded by pruning only for files without new findings, and by the tool that wrote the baseline', async () => {
    const files = await adopted(TREE, blind, OLD);
    const changed = {
      ...files,
      'a.py': `${TREE['a.py']}open("x", "w")\n`,
      'c.py': `${TREE['c.py']}x = 1\n`,
    };
    const states = (text: MemoryNode | undefined) =>
      String(text)
        .split('\n')
        .filter((line) => line.includes('"hash"'));
    const before = states(files[FILE]);
    const pruned = async (io: RunIo) =>
      states((await run(changed, 'prune', { ...blind, minLevel: 'note' }, io)).baseline!.text);
    expect(await pruned(NEW)).toEqual(before);
    const after = await pruned(OLD);
    expect(after.map((line, index) => line === before[index])).toEqual([true, true, false]);
  });
});

describe('over random edits of a project', () => {
  const CALLS = ['os.system("a")', 'os.system(c)', 'open("x", "w")', 'os.remove(c)', 'print(c)'];
  const program = (random: Random): string[][] =>
    Array.from({ length: 1 + random.below(3) }, () =>
      Array.from({ length: 1 + random.below(4) }, () => random.one(CALLS)),
    );
  const text = (functions: readonly (readonly string[])[], blanks: () => number): string =>
    lines(
      'import os',
      ...functions.flatMap((calls, index) => [
        ...Array.from({ length: blanks() }, () => '# moved'),
        `def f${index}(c):`,
        ...calls.map((call) => `    ${call}`),
      ]),
    );

  it('moves and renamings hold, and each added copy is exactly one new finding', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = new Random(seed);
      const modules = Array.from({ length: 1 + random.below(3) }, () => program(random));
      const files = await adopted(
        Object.fromEntries(modules.map((functions, index) => [`m${index}.py`, text(functions, () => 0)])),
      );
      const moved = (extra?: readonly [module: number, call: string]): Files => ({
        [FILE]: files[FILE]!,
        ...Object.fromEntries(
          modules.map((functions, index) => {
            const own = functions.map((calls) => [...calls]);
            if (extra?.[0] === index) own.at(-1)!.unshift(extra[1]);
            return [`n${(index * 7 + seed) % 10}.py`, text(own, () => random.below(4))];
          }),
        ),
      });
      const held = await run(moved(), 'compare');
      expect([seed, shown(held)]).toEqual([seed, []]);
      const copied = await run(
        moved([random.below(modules.length), random.one(CALLS.slice(0, 4))]),
        'compare',
      );
      expect([seed, copied.findings.length]).toEqual([seed, 1]);
    }
  });
});
