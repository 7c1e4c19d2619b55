import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../src/host/memory.ts';
import { start } from './start.ts';

const here = (pattern: string) => ({ pattern, folder: '/proj' });

describe('keys and flags reach the settings', () => {
  it.each<[key: string, flags: readonly string[], settings: object]>([
    ['preset = "all"', ['--preset', 'all'], { preset: 'all' }],
    ['select = ["open"]', ['--select', 'open'], { select: ['open'] }],
    ['extend-ignore = ["open"]', ['--extend-ignore', 'open'], { ignore: ['open'] }],
    ['min-level = "error"', ['--min-level', 'error'], { minLevel: 'error' }],
    ['min-confidence = "low"', ['--min-confidence', 'low'], { minConfidence: 'low' }],
    ['provenance = ["direct"]', ['--provenance', 'direct'], { provenances: ['direct'] }],
    [
      'levels = { "os.*" = "error", open = "note" }',
      ['--level', 'os.*=error,open=note'],
      {
        levels: [
          { selector: 'os.*', level: 'error' },
          { selector: 'open', level: 'note' },
        ],
      },
    ],
    ['fail-on = "note"', ['--fail-on', 'note'], { failOn: 'note' }],
    ['fail-on-skipped = true', ['--fail-on-skipped'], { failOnSkipped: true }],
    ['max-findings = 3', ['--max-findings', '3'], { maxFindings: 3 }],
    ['exclude = ["gen/**"]', ['--exclude', 'gen/**'], { exclude: [here('gen/**')] }],
    ['extend-exclude = ["a,b"]', ['--extend-exclude', 'a,b'], { exclude: [here('a,b')] }],
    ['default-excludes = false', ['--no-default-excludes'], { noDefaultExcludes: true }],
    ['force-exclude = true', ['--force-exclude'], { forceExclude: true }],
  ])('%s', async (key, flags, settings) => {
    const host = new MemoryHost({ 'pyaudit-lint.toml': key });
    expect((await start([], { host })).settings).toMatchObject(settings);
    expect((await start(flags)).settings).toMatchObject(settings);
    expect((await start([])).settings).not.toMatchObject(settings);
    expect((await start(['--isolated'], { host })).settings).not.toMatchObject(settings);
    expect((await start(['--config', key])).settings).toMatchObject(settings);
  });

  it('say of an allow list where it is written', async () => {
    const host = new MemoryHost({ 'pyaudit-lint.toml': '\nallow = ["open"]' });
    expect((await start(['--extend-allow', 'os.system'], { host })).settings?.allow).toEqual({
      events: ['open', 'os.system'],
      source: 'pyaudit-lint.toml:2 and --extend-allow',
    });
    expect((await start(['--allow', 'open'])).settings?.allow?.source).toBe('--allow');
  });

  it('--exit-zero opens the gate', async () => {
    expect((await start([])).code).toBe(1);
    expect((await start(['--exit-zero'])).code).toBe(0);
    expect((await start(['--max-findings', '100'])).code).toBe(0);
  });

  it('have files judged apart only where they differ', async () => {
    const host = new MemoryHost({
      'pyaudit-lint.toml': '[[overrides]]\nfiles = ["tests"]\npreset = "all"',
    });
    const { settings } = await start([], { host });
    expect(settings?.forFile?.('/proj/tests/a.py').preset).toBe('all');
    expect(settings?.forFile?.('/proj/a.py').preset).toBe('recommended');
    expect((await start([])).settings?.forFile).toBeUndefined();
  });

  it('hold for callgraph and why as well', async () => {
    const host = new MemoryHost({ 'pyaudit-lint.toml': 'dependencies = false\nsource-roots = ["src"]' });
    const { graphed } = await start(['callgraph'], { host });
    expect(graphed[0]).toMatchObject({ dependencies: { leftOut: true }, sourceRoots: ['/proj/src'] });
    const { places } = await start(['why', 'a.py:1'], { host });
    expect(places[0]).toMatchObject({ dependencies: { leftOut: true }, sourceRoots: ['/proj/src'] });
  });

  it('do not touch the catalogue, which helps to mend a broken file', async () => {
    const host = new MemoryHost({ 'pyaudit-lint.toml': 'preset = 1' });
    expect((await start([], { host })).code).toBe(2);
    expect((await start(['events'], { host })).code).toBe(0);
    expect((await start(['explain', 'open'], { host })).code).toBe(0);
  });
});
