import { describe, expect, it } from 'vitest';
import type { Composition } from '../../src/cli/io.ts';
import { ALL_TARGETS, targetMask } from '../../src/model/targets.ts';
import { GRAPH, lines, start } from './start.ts';

describe('callgraph', () => {
  it('prints the adjacency of the current directory as JSON', async () => {
    const { code, out, err, graphed } = await lines('callgraph');
    expect(graphed).toEqual([
      {
        paths: ['.'],
        targets: ALL_TARGETS,
        versionsGiven: false,
        dependencies: { leftOut: false, sitePackages: [] },
        minConfidence: 'low',
      },
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({ m: ['m.f'], 'm.f': ['<builtin>.print', 'm.f'] });
  });

  it('takes every flag', async () => {
    const { graphed, files, out } = await lines(
      ...['callgraph', 'a', 'b', '--format=dot', '--output', 'json=g.json', '--min-confidence', 'medium'],
      ...['--python-version', '3.12', '--platform', 'linux', '--no-dependencies'],
    );
    expect(graphed).toEqual([
      {
        paths: ['a', 'b'],
        dependencies: { leftOut: true, sitePackages: [] },
        targets: targetMask(['3.12'], ['linux']),
        versionsGiven: true,
        minConfidence: 'medium',
      },
    ]);
    expect(Object.keys(JSON.parse(files.get('g.json')!))).toEqual(['m', 'm.f']);
    expect(out).toMatch(/^digraph calls \{/);
  });

  it('says that files are missing from the graph, and exits with 2 for a fault', async () => {
    const limits = [
      { kind: 'syntax', file: 'a.py', reason: 'syntax error', message: '' },
      { kind: 'syntax', file: 'a.py', reason: 'syntax error', message: '' },
    ] as const;
    const faults = [{ stage: 'parse', message: 'it broke' }];
    const { code, err } = await start(['callgraph'], {
      callGraph: async () => ({ ...GRAPH, limits, faults }),
    });
    expect(code).toBe(2);
    expect(err).toBe(
      'pyaudit-lint: 1 file could not be read or not as a whole; `pyaudit-lint check` says why\n' +
        'pyaudit-lint: parse: it broke\n',
    );
  });

  it('says that a folder has no Python file', async () => {
    const limits = [
      { kind: 'no-python', file: 'empty', reason: 'no Python file', message: 'Name another.' },
    ] as const;
    const { code, err } = await start(['callgraph'], { callGraph: async () => ({ ...GRAPH, limits }) });
    expect([code, err]).toEqual([0, 'pyaudit-lint: empty: Name another.\n']);
  });

  it('refuses what is wrong', async () => {
    expect((await lines('callgraph', '--min-confidence=foo')).err).toBe(
      'pyaudit-lint: --min-confidence cannot be `foo`; choose from high, medium, low\n',
    );
    expect((await lines('callgraph', '--format=svg')).err).toBe(
      'pyaudit-lint: --format cannot be `svg`; choose from json, dot\n',
    );
    expect((await lines('callgraph', '--output=sarif=x')).code).toBe(2);
    expect((await lines('callgraph', '--output=json=/nowhere/x')).err).toBe(
      'pyaudit-lint: the call graph cannot be written to /nowhere/x: no such directory\n',
    );
  });
});

describe('--timing', () => {
  const figures: Composition['callGraph'] = async (_, __, io) => {
    io.timings?.([
      { stage: 'parse', milliseconds: 1234.4, memory: 0 },
      { stage: 'flow', milliseconds: 6, memory: 7_000_000 },
    ]);
    io.calls?.({ calls: 4, resolved: 3, ambiguous: 0, unknown: 1, reasons: [['nobody knows', 1]] });
    return GRAPH;
  };

  it('tells on standard error what each stage took and which calls were followed', async () => {
    const { err, out } = await start(['callgraph', '--timing'], { callGraph: figures });
    expect(err.split('\n')).toEqual([
      'stage      time  memory',
      'parse  1,234 ms',
      'flow       6 ms    7 MB',
      'all    1,240 ms    7 MB',
      '',
      '4 calls: resolved is one with a callee of medium confidence or better',
      'resolved   3  75.0 %',
      'ambiguous  0   0.0 %',
      'unknown    1  25.0 %',
      '',
      'not resolved, by why:',
      '1  nobody knows',
      '',
    ]);
    expect(out).toMatch(/^\{/);
  });

  it('is silent without the flag, and nothing is counted', async () => {
    let asked = false;
    const { err } = await start(['callgraph'], {
      callGraph: async (given, table, io) => {
        asked = io.calls !== undefined || io.timings !== undefined;
        return figures(given, table, io);
      },
    });
    expect([asked, err]).toEqual([false, '']);
  });
});
