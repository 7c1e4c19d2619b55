import { describe, expect, it } from 'vitest';
import { analysePaths } from '../../src/engine/analyse.ts';
import { STAGES, type Stages } from '../../src/engine/stages.ts';
import { MemoryHost, type MemoryNode } from '../../src/host/memory.ts';
import type { RaiserTable } from '../../src/model/raiser-table.ts';
import type { TargetMask } from '../../src/model/targets.ts';
import { EMPTY_TABLE, settings } from './settings.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

/** Reports one event, `custom`, at each `mark` in a file: a stand-in for everything that knows Python. */
const marking = (texts: Map<unknown, string>): Stages => ({
  parse: (text) => {
    const parsed = STAGES.parse(text);
    texts.set(parsed, text);
    return parsed;
  },
  lower: (parsed) => {
    const facts = STAGES.lower(parsed);
    texts.set(facts, texts.get(parsed)!);
    return facts;
  },
  analyse: (files, table, targets) => ({
    table,
    targets,
    events: files.flatMap((file) =>
      [...texts.get(file.facts)!.matchAll(/mark/g)].map(({ index }) => ({
        file: file.path,
        enclosing: '',
        at: { from: index, to: index + 4 },
        site: { from: index, to: index + 6 },
        event: { custom: 'custom' },
        targets,
        cost: 0,
        costs: [],
        edges: 0,
        provenance: 'custom' as const,
        phases: [],
        arguments: [],
        witness: [],
      })),
    ),
    limits: [],
  }),
});

async function run(tree: Record<string, MemoryNode>, paths = ['.'], stages: Partial<Stages> = {}) {
  const host = new MemoryHost(tree);
  const report = await analysePaths(settings(paths), host, EMPTY_TABLE, {
    stages: { ...marking(new Map()), ...stages },
  });
  return {
    report,
    found: report.findings.map(
      (finding) => `${finding.file}:${finding.region.line}:${finding.region.column}`,
    ),
    limits: report.limits.map(
      ({ file, region, kind, reason }) => `${file}:${region?.line ?? 0} ${kind}: ${reason}`,
    ),
  };
}

describe('bad input', () => {
  it('is told with file and line, and the other files are analysed', async () => {
    const { report, found, limits } = await run({
      'ok.py': 'mark()\n',
      'denied.py': { fails: 'denied' },
      'dangling.py': { link: 'none.py' },
      'loop.py': { link: 'loop.py' },
      'fifo.py': { other: true },
      'closed/': { fails: 'denied' },
      'binary.py': latin('\x7fELF\x02\x01\x01\0\0\0'),
      'utf8.py': latin('a = 1\nb = "\xff"\n'),
      'latin.py': latin('# coding: latin-1\nb = "\xff"; mark()\n'),
      'cp1252.py': latin('# coding: cp1252\nb = "\x80"; mark()\n'),
      'bom.py': latin('\xef\xbb\xbfmark()\n'),
      'unknown.py': '\n# coding: martian\n',
      'nul.py': 'a\nb\0\n',
      'crlf.py': 'a = 1\r\nmark()\r\n',
      'cr.py': 'a = 1\rmark()\r',
      'feed.py': '# a\f\nmark()\n',
      'empty.py': '',
      'old.py': 'import os\nx = `y`\nmark()\n',
      'broken.py': 'mark()\ndef f(:\n    pass\nmark()\n',
    });
    expect(limits).toEqual([
      'binary.py:1 encoding: NUL byte',
      'broken.py:2 syntax: syntax error',
      'closed:0 unreadable: permission denied',
      'dangling.py:0 unreadable: dangling link',
      'denied.py:0 unreadable: permission denied',
      'fifo.py:0 unreadable: not a regular file',
      'loop.py:0 unreadable: link loop',
      'nul.py:2 encoding: NUL byte',
      'old.py:2 syntax: Python 2',
      'unknown.py:2 encoding: unknown encoding',
      'utf8.py:2 encoding: invalid UTF-8',
    ]);
    expect(found).toEqual([
      'bom.py:1:1',
      'broken.py:1:1',
      'broken.py:4:1',
      'cp1252.py:2:10',
      'cr.py:2:1',
      'crlf.py:2:1',
      'feed.py:2:1',
      'latin.py:2:10',
      'ok.py:1:1',
      'old.py:3:1',
    ]);
    expect(report.faults).toEqual([]);
    expect(report.files).toMatchObject({ analysed: 10, skipped: 5 });
    for (const limit of report.limits) expect(limit.message).toMatch(/^[A-Z].*\.$/);
  });

  it('on the command line fails the run, but not the other paths', async () => {
    const { report, found } = await run({ 'ok.py': 'mark()' }, ['missing.py', 'ok.py']);
    expect(found).toEqual(['ok.py:1:1']);
    expect(report.faults).toEqual([
      { stage: 'discover', message: expect.stringMatching(/^missing\.py: no such/) },
    ]);
    await expect(run({}, ['missing'])).rejects.toThrow('missing: no such file or folder; check the spelling');
  });

  it('a folder without Python says so', async () => {
    expect((await run({ 'a/b.txt': '' }, ['a'])).limits).toEqual(['a:0 no-python: no Python file']);
  });

  it('a file of 20 MB is analysed, one of 70 MB refused in no time', async () => {
    const { found, limits } = await run({
      'big.py': new Uint8Array(20_000_000).fill(0x23),
      'bigger.py': new Uint8Array(70_000_000).fill(0x23),
      'ok.py': 'mark()',
    });
    expect(found).toEqual(['ok.py:1:1']);
    expect(limits).toEqual(['bigger.py:0 unreadable: too large']);
  });

  it('control characters in names reach the report as they are', async () => {
    expect((await run({ 'a\x1b[31m.py': 'mark()' })).found).toEqual(['a\x1b[31m.py:1:1']);
  });

  it.each([
    ['brackets', '('.repeat(20_000)],
    ['closed brackets', `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a sum', `x = ${'1 + '.repeat(50_000)}1`],
    ['attributes', `x = a${'.b'.repeat(50_000)}`],
    ['blocks', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join('')],
    ['elifs', `if x: pass\n${'elif y: pass\n'.repeat(10_000)}`],
    ['strings in strings', 'f"{'.repeat(20_000)],
  ])('deep nesting ends no run: %s', async (_, text) => {
    const { report, found } = await run({ 'deep.py': text, 'ok.py': 'mark()' });
    expect(found).toEqual(['ok.py:1:1']);
    expect(report.faults).toEqual([]);
  });
});

describe('faults of ours', () => {
  const failing = (stage: 'parse' | 'lower') => ({
    [stage]: (input: unknown) => {
      if (stage === 'lower' || input === 'poison') throw new TypeError('x is undefined\n    at y');
      return STAGES.parse(String(input));
    },
    analyse: (_files: unknown, table: RaiserTable, targets: TargetMask) => ({
      table,
      targets,
      events: [],
      limits: [],
    }),
  });

  it('name file and stage, and the other files go on', async () => {
    const { report } = await run({ 'a.py': 'poison', 'b.py': 'mark()' }, ['.'], failing('parse'));
    expect(report.faults).toEqual([{ stage: 'parse', file: 'a.py', message: 'TypeError: x is undefined' }]);
    expect(report.files).toMatchObject({ analysed: 1, skipped: 1 });
    expect((await run({ 'b.py': '' }, ['.'], failing('lower'))).report.faults).toEqual([
      { stage: 'facts', file: 'b.py', message: 'TypeError: x is undefined' },
    ]);
  });

  it('in the whole program lose only the file at fault', async () => {
    const texts = new Map();
    const good = marking(texts);
    const stages: Stages = {
      ...good,
      analyse: (files, table, targets, clock) =>
        clock('flow', () => {
          if (files.some((file) => file.path === 'bad.py')) throw new Error('lost');
          return good.analyse(files, table, targets, clock);
        }),
    };
    const { report, found } = await run({ 'bad.py': 'mark()', 'ok.py': 'mark()' }, ['.'], stages);
    expect(found).toEqual(['ok.py:1:1']);
    expect(report.faults).toEqual([
      { stage: 'flow', message: 'Error: lost; each file was analysed alone' },
      { stage: 'flow', file: 'bad.py', message: 'Error: lost' },
    ]);
  });
});

describe('the text around findings', () => {
  it('is read again, file by file', async () => {
    const { report } = await run({ 'a.py': 'x\n  mark(\n 1)\ny\nz\n' });
    expect(report.findings[0]!.excerpt).toEqual({
      text: '  mark(',
      contextStart: 1,
      context: ['x', '  mark(', ' 1)', 'y'],
      lineHash: expect.stringMatching(/^[0-9a-f]+:1$/),
    });
    expect(report.findings[0]!.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is left out where the file changed meanwhile', async () => {
    const host = new MemoryHost({ 'a.py': '\nmark()\n', 'b.py': 'mark()' });
    const stages = marking(new Map());
    const report = await analysePaths(settings(['.']), host, EMPTY_TABLE, {
      mostKept: 0,
      stages: {
        ...stages,
        analyse: (...all) => {
          host.set('a.py', 'other');
          return stages.analyse(...all);
        },
      },
    });
    expect(
      report.findings.map((finding) => [finding.file, finding.region.line, finding.excerpt?.text]),
    ).toEqual([
      ['a.py', 2, undefined],
      ['b.py', 1, 'mark()'],
    ]);
    expect(report.limits).toEqual([
      expect.objectContaining({ kind: 'unreadable', file: 'a.py', reason: 'changed while running' }),
    ]);
  });
});

it('reports are the same whatever the order of the paths', async () => {
  const tree = { 'a.py': 'mark()', 'b/c.py': 'mark()', 'b/d.py': 'def f(:' };
  const one = await run(tree, ['a.py', 'b']);
  const other = await run(tree, ['b', 'b/c.py', 'a.py']);
  expect(one.report).toEqual(other.report);
});
