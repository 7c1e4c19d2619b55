import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import type { Settings } from '../../src/config/settings.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { settings } from './settings.ts';

const table = compileRaisers(rules, libraryValues);
const SYSTEM = 'import os\nos.system("ls")\n';

describe('a file judged by settings of its own', () => {
  it('has its own levels and its own allow list', async () => {
    const asked: string[] = [];
    const base = settings(['.'], {
      preset: 'recommended',
      levels: [{ selector: 'os.system', level: 'note' }],
    });
    const report = await analysePaths(
      {
        ...base,
        forFile: (path) => {
          asked.push(path);
          return path.endsWith('/b.py') ? { ...base, allow: { events: ['open'], source: 'x.toml:1' } } : base;
        },
      },
      new MemoryHost({ 'a.py': SYSTEM, 'b.py': SYSTEM }),
      table,
    );
    expect(asked).toEqual(['/proj/a.py', '/proj/b.py']);
    expect(report.findings.map(({ file, level, message }) => [file, level, message])).toEqual([
      ['a.py', 'note', undefined],
      ['b.py', 'error', 'Not in the allow list (x.toml:1): if it may do this, add "os.system" there.'],
    ]);
  });
});

describe('files', () => {
  const host = new MemoryHost({
    'a.py': SYSTEM,
    'gen/b.py': SYSTEM,
    'gen/c_pb2.py': SYSTEM,
    'build/lib/d.py': SYSTEM,
    'pyproject.toml': '',
  });

  it('are left out by glob, and counted; one that is named stays', async () => {
    const exclude = [
      { pattern: '*_pb2.py', folder: '/proj' },
      { pattern: 'gen', folder: '/proj' },
    ];
    const files = (await analysePaths(settings(['.'], { exclude }), host, table)).files;
    expect([files.analysed, Object.fromEntries(files.excluded ?? [])]).toEqual([
      1,
      { 'build output': 1, 'exclude gen': 1 },
    ]);
    const named = await analysePaths(settings(['gen'], { exclude }), host, table);
    expect([named.files.analysed, Object.fromEntries(named.files.excluded ?? [])]).toEqual([
      1,
      { 'exclude *_pb2.py': 1 },
    ]);
  });

  it('are walked whole without the default excludes', async () => {
    const { files } = await analysePaths(settings(['.'], { noDefaultExcludes: true }), host, table);
    expect([files.analysed, [...(files.excluded ?? [])]]).toEqual([4, []]);
  });

  it('have the names that source roots give them', async () => {
    const tree = new MemoryHost({
      'lib/python/acme/tools/run.py': 'import os\ndef run():\n    os.system("ls")\n',
      'app/main.py': 'from acme.tools import run\nrun.run()\n',
    });
    const reached = async (sourceRoots: readonly string[]) => {
      const { findings } = await analysePaths(settings(['.'], { sourceRoots }), tree, table);
      return findings.find(({ event }) => event === 'os.system')?.reachedFrom?.steps.map(({ name }) => name);
    };
    expect(await reached(['lib/python'])).toEqual(['main']);
    await expect(reached(['lib/nothing'])).rejects.toThrow(
      'the source root lib/nothing is no folder; name one that imports start from',
    );
  });
});

describe('counts of what is shown', () => {
  const counted = async (more: Partial<Settings>) =>
    (
      await analysePaths(
        settings(['.'], { preset: 'recommended', ...more }),
        new MemoryHost({
          'app/__init__.py': 'import os\nos.system("a")\n',
          'app/core.py': 'import os\nos.system("b")\nopen("c", "w")\n',
          'tool.py': 'import os\nos.system("d")  # pyaudit: ignore[os.system]\nos.execv("e", [])\n',
        }),
        table,
      )
    ).statistics;

  it('are by package, and a module of none stands for itself', async () => {
    expect(await counted({ statistics: ['package', 'event'] })).toEqual([
      {
        by: 'package',
        rows: [
          { name: 'app', error: 0, warning: 2, note: 1 },
          { name: 'tool', error: 0, warning: 1, note: 0 },
        ],
      },
      {
        by: 'event',
        rows: [
          { name: 'os.system', error: 0, warning: 2, note: 0 },
          { name: 'open', error: 0, warning: 0, note: 1 },
          { name: 'os.exec', error: 0, warning: 1, note: 0 },
        ],
      },
    ]);
  });

  it('are there for those who ask', async () => {
    expect(await counted({})).toBeUndefined();
  });
});
