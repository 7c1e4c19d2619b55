import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS } from '../../src/host/archive/entry.ts';
import { MountedHost } from '../../src/host/archive/mounted.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { type Packed, tar, tarGz, zip } from './archive-bytes.ts';

const FILES: readonly Packed[] = [
  { name: 'pkg/__init__.py', text: 'import os\n' },
  { name: 'pkg/a.py', text: 'x = 1\n'.repeat(1000) },
  { name: './pkg//b.py', text: '' },
];

const mounted = (bytes: Uint8Array, name = 'a.whl', limits = {}) =>
  new MountedHost(new MemoryHost({ [name]: bytes, 'x.whl!/real.py': 'on disk' }), {
    ...ARCHIVE_LIMITS,
    ...limits,
  });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each([
  ['a.whl', zip(FILES)],
  ['a.tar.gz', tarGz(FILES)],
])('%s', (name, bytes) => {
  const host = mounted(bytes, name);
  const root = `/proj/${name}!`;

  it('stands as a folder beside itself', () => {
    expect(host.list(root)).toEqual([{ name: 'pkg', kind: 'directory' }]);
    expect(host.list(`${root}/pkg`).map((entry) => entry.name)).toEqual(['__init__.py', 'a.py', 'b.py']);
    expect(host.stat(`${root}/pkg`)).toEqual({ kind: 'directory', size: 0 });
    expect(host.stat(`${root}/pkg/a.py`)).toEqual({ kind: 'file', size: 6000 });
    expect(text(host.read(`${root}/pkg/a.py`))).toBe(FILES[1]!.text);
    expect(text(host.readStart(`${root}/pkg/__init__.py`, 6))).toBe('import');
    expect(host.realPath(`${root}/pkg/a.py`)).toBe(`${root}/pkg/a.py`);
    expect(text(host.read('/proj/x.whl!/real.py'))).toBe('on disk');
    expect(host.stat(`/proj/${name}`).kind).toBe('file');
  });

  it('fails as a disk does', () => {
    expect(() => host.read(`${root}/none.py`)).toThrow('no such file');
    expect(() => host.read(`${root}/pkg`)).toThrow('a folder, not a file');
    expect(() => host.list(`${root}/pkg/a.py`)).toThrow('not a folder');
    expect(() => host.read(`${root}/pkg/a.py`, 10)).toThrow('too large');
  });

  it('is refused where it is cut anywhere', () => {
    for (const length of [0, 1, 20, bytes.length >> 1, bytes.length - 30]) {
      const cut = mounted(bytes.subarray(0, length), name);
      expect(() => cut.list(root), `${length}`).toThrow(/^\/proj\/a\.[\w.]+: cannot be read \(/);
    }
  });

  it('is refused with too many files or bytes', () => {
    expect(() => mounted(bytes, name, { files: 2 }).list(root)).toThrow('more than 2 files are in it');
    expect(() => mounted(bytes, name, { totalBytes: 100 }).list(root)).toThrow(/unpacked it would be/);
    expect(() => mounted(bytes, name, { archiveBytes: 10 }).list(root)).toThrow('too large');
  });
});

describe('hostile archives', () => {
  const names = ['../up.py', '/etc/abs.py', 'C:/drive.py', 'a/../../b.py', '..\\win.py'];

  it.each([
    ['a.whl', zip(names.map((name) => ({ name, text: 'x' })))],
    ['a.tar.gz', tarGz(names.map((name) => ({ name, text: 'x' })))],
  ])('%s: names that lead out are no files, and show themselves', (name, bytes) => {
    const host = mounted(bytes, name);
    const entries = host.list(`/proj/${name}!`);
    expect(entries.map((entry) => entry.kind)).toEqual(names.map(() => 'other'));
    expect(entries.every((entry) => !entry.name.includes('/'))).toBe(true);
    expect(() => host.read(`/proj/${name}!/..\\up.py`)).toThrow('not a regular file');
  });

  it('has links that lead nowhere', () => {
    const wheel = mounted(zip([{ name: 'l.py', text: '/etc/passwd', mode: 0o120777 }]));
    expect(wheel.list('/proj/a.whl!')).toEqual([{ name: 'l.py', kind: 'other' }]);
    const links = ['1', '2', '3', '6'].map((type) => ({ name: `l${type}.py`, text: '', type }));
    const sdist = mounted(tarGz(links), 'a.tar.gz');
    expect(sdist.list('/proj/a.tar.gz!').map(({ kind }) => kind)).toEqual(links.map(() => 'other'));
  });

  it('unpacks no more than a file says it holds', () => {
    const bomb = 'x'.repeat(50_000_000);
    const lying = mounted(zip([{ name: 'a.py', text: bomb, size: 10 }]));
    expect(() => lying.read('/proj/a.whl!/a.py')).toThrow('holds more than it says');
    const honest = mounted(zip([{ name: 'a.py', text: bomb }]), 'a.whl', { fileBytes: 1000 });
    expect(() => honest.read('/proj/a.whl!/a.py')).toThrow('more than 1000 bytes');
    const tarred = mounted(gzipSync(tar([{ name: 'a.py', text: bomb }])), 'a.tar.gz', { totalBytes: 10_000 });
    expect(() => tarred.list('/proj/a.tar.gz!')).toThrow('unpacked it would be over 10000 bytes');
  });

  it('is told where a file is damaged or encrypted', () => {
    const host = mounted(
      zip([
        { name: 'sum.py', text: 'x', sum: 1 },
        { name: 'secret.py', text: 'x', encrypted: true },
      ]),
    );
    expect(() => host.read('/proj/a.whl!/sum.py')).toThrow('the file is damaged');
    expect(() => host.read('/proj/a.whl!/secret.py')).toThrow('the file is encrypted');
  });

  it('keeps the first of two files of one name', () => {
    const host = mounted(
      zip([
        { name: 'a.py', text: '1' },
        { name: 'a.py', text: '2' },
        { name: 'a.py/b.py', text: '3' },
      ]),
    );
    expect(text(host.read('/proj/a.whl!/a.py'))).toBe('1');
  });

  it('reads long names out of pax headers', () => {
    const name = `${'long/'.repeat(30)}a.py`;
    const host = mounted(tarGz([{ name, text: 'x' }]), 'a.tgz');
    expect(text(host.read(`/proj/a.tgz!/${name}`))).toBe('x');
  });
});
