import { describe, expect, it } from 'vitest';
import {
  ancestors,
  below,
  extensionOf,
  folderOf,
  normalise,
  relativeTo,
  resolve,
  shown,
} from '../../src/host/paths.ts';

describe('paths', () => {
  it.each([
    ['/a/./b//c/../d/', '/a/b/d'],
    ['../a/../../b', '../../b'],
    ['.', '.'],
    ['/..', '/'],
    ['C:/x/../..', 'C:/'],
  ])('normalises %s', (path, expected) => {
    expect(normalise(path)).toBe(expected);
  });

  it('resolves and shows', () => {
    expect(resolve('/w', 'a/../b.py')).toBe('/w/b.py');
    expect(resolve('/w', '/x')).toBe('/x');
    expect(shown('/w', '/w/a/b.py')).toBe('a/b.py');
    expect(shown('/w', '/w')).toBe('.');
    expect(shown('/w', '/wide/b.py')).toBe('/wide/b.py');
    expect(below('/', '/a')).toBe('a');
  });

  it('takes paths apart', () => {
    expect([folderOf('/a/b'), folderOf('/a'), folderOf('/'), folderOf('C:/a')]).toEqual([
      '/a',
      '/',
      '/',
      'C:/',
    ]);
    expect([extensionOf('/a.b/c'), extensionOf('/x/.gitignore'), extensionOf('a.tar.py')]).toEqual([
      '',
      '',
      '.py',
    ]);
    expect([...ancestors('/a/b')]).toEqual(['/a/b', '/a', '/']);
  });

  it.each([
    ['/a/b', '/a/b/c.py', 'c.py'],
    ['/a/b', '/a/c.py', '../c.py'],
    ['/a/b/c', '/a/d/e.py', '../../d/e.py'],
    ['/', '/a.py', 'a.py'],
    ['/a', '/a', '.'],
    ['C:/a', 'C:/b', '../b'],
    ['C:/a', 'D:/b', 'D:/b'],
  ])('from %s to %s', (folder, path, expected) => {
    expect(relativeTo(folder, path)).toBe(expected);
  });
});
