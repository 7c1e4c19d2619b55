import { describe, expect, it } from 'vitest';
import { analysePaths } from '../../src/engine/analyse.ts';
import { MountedHost } from '../../src/host/archive/mounted.ts';
import { MemoryHost, type MemoryNode } from '../../src/host/memory.ts';
import { OverlayHost } from '../../src/host/overlay.ts';
import type { Report } from '../../src/model/finding.ts';
import { TABLE } from '../flow/programs.ts';
import { tarGz, zip } from '../host/archive-bytes.ts';
import { settings } from './settings.ts';

const SYSTEM = "import os\n\ndef run():\n    os.system('ls')\n";

const analysed = (tree: Record<string, MemoryNode>, paths: string[], more = {}): Promise<Report> =>
  analysePaths(
    settings(paths, { select: ['os.system'], ...more }),
    new MountedHost(new MemoryHost(tree)),
    TABLE,
  );

const places = ({ findings }: Report) => findings.map(({ file, region }) => `${file}:${region.line}`);
const said = ({ limits }: Report) => limits.map(({ file, reason }) => `${file}: ${reason}`);

describe('standard input', () => {
  it('stands for a file of the project', async () => {
    const disk = new MemoryHost({
      'app/__init__.py': '',
      'app/a.py': 'x = 1\n',
      'app/b.py': 'from app.a import run\nrun()\n',
    });
    const host = new OverlayHost(disk, 'app/a.py', new TextEncoder().encode(SYSTEM));
    expect(places(await analysePaths(settings(['app'], { select: ['os.system'] }), host, TABLE))).toEqual([
      'app/a.py:4',
    ]);
    expect(
      places(await analysePaths(settings(['app/a.py'], { select: ['os.system'] }), host, TABLE)),
    ).toEqual(['app/a.py:4']);
  });
});

describe('--report-only', () => {
  const TREE = {
    'app/__init__.py': '',
    'app/a.py': SYSTEM,
    'app/b.py': `from app.a import run\n${SYSTEM}`,
    'app/c/d.py': SYSTEM,
    'app/bad.py': '(',
  };

  it('analyses all, and reports on these files and folders', async () => {
    expect(places(await analysed(TREE, ['app']))).toEqual(['app/a.py:4', 'app/b.py:5', 'app/c/d.py:4']);
    const one = await analysed(TREE, ['app'], { reportOnly: ['app/b.py', 'app/c'] });
    expect(places(one)).toEqual(['app/b.py:5', 'app/c/d.py:4']);
    expect(one.files.analysed).toBe(5);
    expect(one.inventory.events.find(({ event }) => event === 'os.system')).toMatchObject({
      count: 2,
      files: 2,
    });
    expect(said(one)).toEqual([]);
    expect(said(await analysed(TREE, ['app'], { reportOnly: ['app/bad.py'] }))).toEqual([
      'app/bad.py: syntax error',
    ]);
  });

  it('does not call a suppression of another file unused', async () => {
    const tree = { 'a.py': SYSTEM, 'b.py': SYSTEM.replace("'ls')", "'ls')  # pyaudit: ignore[os.system]") };
    const report = await analysed(tree, ['.'], { select: [], reportOnly: ['a.py'] });
    expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(['a.py']));
  });

  it('names what is not among the files', async () => {
    const report = await analysed(TREE, ['app'], { reportOnly: ['app/a.py', 'README.md', 'gone.py'] });
    expect(places(report)).toEqual(['app/a.py:4']);
    expect(said(report)).toEqual(['README.md: not analysed', 'gone.py: not analysed']);
  });
});

describe('named paths that are not there', () => {
  it('are a fault, or with --no-errors-on-unmatched a limit', async () => {
    const tree = { 'a.py': SYSTEM };
    expect((await analysed(tree, ['a.py', 'b.py'])).faults).toHaveLength(1);
    await expect(analysed(tree, ['b.py'])).rejects.toThrow('b.py: no such file');
    const fine = await analysed(tree, ['b.py'], { missingIsFine: true });
    expect([fine.faults, said(fine)]).toEqual([[], ['b.py: named path']]);
    const denied = { 'a.py': { fails: 'denied' } as const };
    await expect(analysed(denied, ['a.py'], { missingIsFine: true })).rejects.toThrow('permission denied');
  });
});

describe('--force-exclude', () => {
  const TREE = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': 'made/\n*_pb2.py\n',
    'made/a.py': SYSTEM,
    'app/x_pb2.py': SYSTEM,
    'app/.gitignore': '!y_pb2.py\nz.py\n',
    'app/y_pb2.py': SYSTEM,
    'app/z.py': SYSTEM,
    'env/pyvenv.cfg': '',
    'env/lib/a.py': SYSTEM,
    'app/a.py': SYSTEM,
  };
  const NAMED = ['made/a.py', 'app/x_pb2.py', 'app/y_pb2.py', 'app/z.py', 'env/lib', 'app/a.py'];

  it('leaves out named paths too where a walk would, and counts them', async () => {
    expect(places(await analysed(TREE, NAMED))).toHaveLength(6);
    const report = await analysed(TREE, NAMED, { forceExclude: true });
    expect(places(report)).toEqual(['app/a.py:4', 'app/y_pb2.py:4']);
    expect(report.files.excluded).toEqual(
      new Map([
        ['.gitignore', 3],
        ['virtual environment', 1],
      ]),
    );
    expect([report.faults, said(report)]).toEqual([[], []]);
  });

  it('is no failure where nothing is left', async () => {
    const report = await analysed(TREE, ['made/a.py'], { forceExclude: true });
    expect([report.findings, report.faults, report.files.analysed]).toEqual([[], [], 0]);
  });
});

describe('archives', () => {
  const METADATA = 'Metadata-Version: 2.1\nName: pkg\nRequires-Python: >=3.12\n\nRequires-Python: ==3.8\n';
  const WHEEL = zip([
    { name: 'pkg/__init__.py', text: 'from .core import main\n' },
    { name: 'pkg/core.py', text: `${SYSTEM}\ndef main():\n    run()\n` },
    { name: 'pkg-1.0.dist-info/METADATA', text: METADATA },
    { name: 'pkg-1.0.dist-info/entry_points.txt', text: '[console_scripts]\npkg-run = pkg.core:main\n' },
    { name: '../evil.py', text: SYSTEM },
  ]);

  it('a wheel is read as its own project: entry points, versions, nothing of what is around it', async () => {
    const around = { 'pyproject.toml': '[project]\nrequires-python = ">=3.8,<3.9"\n', 'dist/pkg.whl': WHEEL };
    const report = await analysed(around, ['dist/pkg.whl']);
    expect(places(report)).toEqual(['dist/pkg.whl!/pkg/core.py:4']);
    expect(report.findings[0]!.reachedFrom).toMatchObject({ kind: 'console-script', name: 'pkg-run' });
    expect(report.findings[0]!.excerpt!.text).toBe("    os.system('ls')");
    expect(report.targets).toBe(
      (await analysed({ 'a.py': '', 'pyproject.toml': '[project]\nrequires-python=">=3.12"' }, ['a.py']))
        .targets,
    );
    expect(said(report)).toEqual(['dist/pkg.whl!/..\\evil.py: not a regular file']);
  });

  it('a source distribution is read from its one folder', async () => {
    const sdist = tarGz([
      {
        name: 'pkg-1.0/pyproject.toml',
        text: '[project]\nname = "pkg"\n[project.scripts]\nrun = "pkg:run"\n',
      },
      { name: 'pkg-1.0/src/pkg/__init__.py', text: SYSTEM },
    ]);
    const report = await analysed({ 'pkg-1.0.tar.gz': sdist }, ['pkg-1.0.tar.gz']);
    expect(places(report)).toEqual(['pkg-1.0.tar.gz!/pkg-1.0/src/pkg/__init__.py:4']);
    expect(report.findings[0]!.reachedFrom).toMatchObject({ kind: 'console-script', name: 'run' });
  });

  it('says why one cannot be read', async () => {
    await expect(analysed({ 'a.whl': 'no zip' }, ['a.whl'])).rejects.toThrow(
      'it is no zip archive, or not a whole one',
    );
    await expect(analysed({ 'a.tar.bz2': '' }, ['a.tar.bz2'])).rejects.toThrow(
      'of archives, wheels, zips and .tar.gz are read',
    );
  });

  it('are never written into', async () => {
    const { edits } = await analysed({ 'a.whl': WHEEL }, ['a.whl'], { addIgnore: {} });
    expect(edits).toEqual({
      files: [],
      notices: ['a.whl!/pkg/core.py is left as it is: it lies in an archive.'],
    });
  });

  it('are no folders to walk into: only named ones are read', async () => {
    expect(places(await analysed({ 'a/pkg.whl': WHEEL, 'a/b.py': SYSTEM }, ['a']))).toEqual(['a/b.py:4']);
  });
});
