import { describe, expect, it } from 'vitest';
import { globMatcher, globProblem } from '../../src/config/globs.ts';
import { configured } from './files.ts';

describe('which file is read', () => {
  const root = { '/repo/pyproject.toml': '[tool.pyaudit-lint]\npreset = "all"' };

  it('is the nearest one from the current directory upward', () => {
    const files = { ...root, '/repo/a/pyaudit-lint.toml': 'preset = "strict"', '/repo/a/b/x.py': '' };
    expect(configured({ files, directory: '/repo' }).get('preset')).toBe('all');
    expect(configured({ files, directory: '/repo/a/b' }).get('preset')).toBe('strict');
    expect(configured({ files, directory: '/other' }).get('preset')).toBe('recommended');
  });

  it('is never a project file without our table, even a broken one', () => {
    const files = {
      ...root,
      '/repo/a/pyproject.toml': '[project',
      '/repo/a/b/pyproject.toml': '[tool.black]',
    };
    expect(configured({ files, directory: '/repo/a/b' }).get('preset')).toBe('all');
  });

  it('is the one named, and none if isolated', () => {
    const files = { ...root, '/repo/ci/strict.toml': 'preset = "strict"\nvenv = "env"\nexclude = ["a/b"]' };
    const named = configured({ files, directory: '/repo', flags: { config: ['ci/strict.toml'] } });
    expect(named.get('preset')).toBe('strict');
    expect(named.get('venv')).toBe('/repo/env');
    expect(named.get('exclude')).toEqual([{ pattern: 'a/b', folder: '/repo' }]);
    expect(configured({ files, directory: '/repo', flags: { isolated: [] } }).get('preset')).toBe(
      'recommended',
    );
  });
});

describe('what is stronger', () => {
  const files = {
    'base.toml':
      'preset = "all"\nmin-level = "warning"\nignore = ["open"]\nlevels = { open = "note", import = "note" }',
    'pyaudit-lint.toml': [
      'extend = "base.toml"',
      'preset = "strict"',
      'extend-ignore = ["import"]',
      'levels = { open = "error" }',
      '[[overrides]]',
      'files = ["tests"]',
      'preset = "recommended"',
      'levels = { "os.system" = "none" }',
      '[[overrides]]',
      'files = ["tests/slow/**"]',
      'ignore = ["os.system"]',
    ].join('\n'),
  };

  it('the file, over what it extends', () => {
    const options = configured({ files });
    expect(options.get('preset')).toBe('strict');
    expect(options.get('min-level')).toBe('warning');
    expect(options.get('ignore')).toEqual(['open', 'import']);
    expect(options.get('levels')).toEqual([
      { selector: 'import', level: 'note' },
      { selector: 'open', level: 'error' },
    ]);
  });

  it('overrides, the later over the earlier, for the files they name', () => {
    const options = configured({ files });
    expect(options.forFile('/proj/src/a.py')).toBe(options);
    const test = options.forFile('/proj/tests/a.py');
    expect([test.get('preset'), test.get('ignore')]).toEqual(['recommended', ['open', 'import']]);
    expect(test.get('levels').map(({ selector }) => selector)).toEqual(['import', 'open', 'os.system']);
    const slow = options.forFile('/proj/tests/slow/a.py');
    expect([slow.get('preset'), slow.get('ignore')]).toEqual(['recommended', ['os.system']]);
  });

  it('--config KEY=VALUE, and flags over all', () => {
    const flags = { config: ['preset="inventory"', 'levels."os.system"="error"'], 'min-level': 'error' };
    const pair = configured({ files, flags }).forFile('/proj/tests/a.py');
    expect([pair.get('preset'), pair.get('min-level')]).toEqual(['inventory', 'error']);
    expect(pair.get('levels').at(-1)).toEqual({ selector: 'os.system', level: 'error' });
    const flag = configured({ files, flags: { ...flags, preset: 'all', 'extend-ignore': 'PYA1001' } });
    expect(flag.forFile('/proj/tests/slow/a.py').get('preset')).toBe('all');
    expect(flag.forFile('/proj/tests/slow/a.py').get('ignore')).toEqual(['os.system', 'PYA1001']);
  });

  it('a switch against a file, both ways', () => {
    const off = { 'pyaudit-lint.toml': 'dependencies = false\ndefault-excludes = false' };
    expect(configured({ files: off }).get('dependencies')).toBe(false);
    expect(configured({ files: off, flags: { dependencies: [] } }).get('dependencies')).toBe(true);
    expect(configured({ files: off, flags: { 'default-excludes': [] } }).get('default-excludes')).toBe(true);
  });

  it('--no-dependencies over a file that names an environment', () => {
    const named = { 'pyaudit-lint.toml': 'venv = ".venv"' };
    expect(configured({ files: named, flags: { 'no-dependencies': [] } }).get('dependencies')).toBe(false);
  });
});

describe('paths', () => {
  it('are seen from the file they are written in', () => {
    const files = {
      '/repo/pyaudit-lint.toml': [
        'venv = "env"',
        'site-packages = ["/opt/lib", "lib"]',
        'source-roots = ["src"]',
        'baseline = "base.jsonl"',
        'exclude = ["gen/**"]',
      ].join('\n'),
    };
    const options = configured({ files, directory: '/repo/a/b' });
    expect(options.get('venv')).toBe('/repo/env');
    expect(options.get('site-packages')).toEqual(['/opt/lib', '/repo/lib']);
    expect(options.get('source-roots')).toEqual(['/repo/src']);
    expect(options.get('baseline')).toBe('/repo/base.jsonl');
    expect(options.get('exclude')).toEqual([{ pattern: 'gen/**', folder: '/repo' }]);
    const flags = { exclude: 'gen/**', venv: 'env' };
    const given = configured({ files, flags, directory: '/repo/a/b' });
    expect(given.get('exclude')).toEqual([{ pattern: 'gen/**', folder: '/repo/a/b' }]);
    expect(given.get('venv')).toBe('env');
  });

  it('of versions and platforms are read as flags read them', () => {
    const files = { 'pyaudit-lint.toml': 'python-version = ["3.9", "3.11-3.12"]\nplatform = ["linux"]' };
    const options = configured({ files });
    expect([options.get('python-version'), options.get('platform')]).toEqual(['3.9,3.11-3.12', ['linux']]);
  });
});

describe('globs', () => {
  const matches = (pattern: string, path: string, folder = '/repo') =>
    globMatcher([{ pattern, folder }])(path) !== undefined;

  it.each([
    ['conftest.py', '/repo/a/conftest.py', true],
    ['tests', '/repo/tests/a/b.py', true],
    ['tests', '/repo/a/tests/b.py', true],
    ['tests/', '/repo/a/tests/b.py', true],
    ['/tests', '/repo/a/tests/b.py', false],
    ['/tests', '/repo/tests/b.py', true],
    ['./src', '/repo/src/b.py', true],
    ['a/tests', '/repo/a/tests/b.py', true],
    ['a/tests', '/repo/x/a/tests/b.py', false],
    ['**/a/tests', '/repo/x/a/tests/b.py', true],
    ['src/*.py', '/repo/src/a.py', true],
    ['src/*.py', '/repo/src/a/b.py', false],
    ['src/**/*_pb2.py', '/repo/src/a/b/c_pb2.py', true],
    ['{a,b}.py', '/repo/x/b.py', true],
    ['[ab].py', '/repo/c.py', false],
    ['*', '/repo/.hidden/a.py', true],
    ['Tests', '/repo/tests/a.py', false],
    // outside of the folder
    ['src/*.py', '/elsewhere/src/a.py', false],
    ['**/src/*.py', '/elsewhere/src/a.py', true],
    ['a.py', 'C:/elsewhere/a.py', true],
  ])('%s of /repo and %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it('are seen from a drive as well', () => {
    expect(matches('src/*.py', 'C:/repo/src/a.py', 'C:/repo')).toBe(true);
    expect(globProblem('src/**')).toBeUndefined();
  });
});
