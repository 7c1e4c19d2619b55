import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../src/host/memory.ts';
import { OverlayHost } from '../../src/host/overlay.ts';

const bytes = new TextEncoder().encode('new');
const text = (read: Uint8Array) => new TextDecoder().decode(read);

describe('a file laid over the disk', () => {
  const disk = new MemoryHost({ 'a/b.py': 'old', 'a/c.py': 'c', link: { link: 'a' } });

  it('has another content, under each of its names', () => {
    const host = new OverlayHost(disk, 'link/b.py', bytes);
    expect(text(host.read('/proj/a/b.py'))).toBe('new');
    expect(text(host.read('/proj/link/b.py'))).toBe('new');
    expect(host.realPath('/proj/link/b.py')).toBe('/proj/a/b.py');
    expect(text(host.read('/proj/a/c.py'))).toBe('c');
    expect(host.list('/proj/a').map(({ name }) => name)).toEqual(['b.py', 'c.py']);
    expect(() => host.read('/proj/a/b.py', 2)).toThrow('too large');
  });

  it('may be new, even in a new folder', () => {
    const host = new OverlayHost(disk, 'link/x.py', bytes);
    expect(host.list('/proj/a').map(({ name }) => name)).toEqual(['b.py', 'c.py', 'x.py']);
    expect(host.stat('/proj/link/x.py')).toEqual({ kind: 'file', size: 3 });
    expect(host.realPath('/proj/link/x.py')).toBe('/proj/a/x.py');
    expect(text(new OverlayHost(disk, 'n/x.py', bytes).readStart('/proj/n/x.py', 2))).toBe('ne');
  });
});
