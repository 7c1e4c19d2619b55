import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempt, HostError } from '../../src/host/host.ts';
import { NodeHost } from '../../src/host/node.ts';

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'host-')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const code = (action: () => unknown): string => {
  const result = attempt(action);
  return result instanceof HostError ? result.code : 'no error';
};

describe('the real machine', () => {
  it('lists in code-unit order, links as links', () => {
    mkdirSync(join(root, 'list/b'), { recursive: true });
    writeFileSync(join(root, 'list/B'), '');
    symlinkSync('nowhere', join(root, 'list/a'));
    expect(new NodeHost(root).list(`${root}/list`)).toEqual([
      { name: 'B', kind: 'file' },
      { name: 'a', kind: 'link' },
      { name: 'b', kind: 'directory' },
    ]);
  });

  it('reads files, their beginnings, and files that tell no size', () => {
    writeFileSync(join(root, 'f'), 'a'.repeat(10_000));
    const host = new NodeHost(root);
    expect(host.read(`${root}/f`)).toHaveLength(10_000);
    expect(Buffer.from(host.readStart(`${root}/f`, 3)).toString()).toBe('aaa');
    expect(code(() => host.read(`${root}/f`, 9_999))).toBe('too-large');
    if (process.platform === 'linux') expect(host.read('/proc/self/status').length).toBeGreaterThan(100);
  });

  it('tells what cannot be read', () => {
    const host = new NodeHost(root);
    mkdirSync(join(root, 'd'));
    writeFileSync(join(root, 'file'), '');
    symlinkSync('loop', join(root, 'loop'));
    symlinkSync('nowhere', join(root, 'dangling'));
    expect(code(() => host.read(`${root}/none`))).toBe('missing');
    expect(code(() => host.read(`${root}/dangling`))).toBe('missing');
    expect(code(() => host.stat(`${root}/loop`))).toBe('loop');
    expect(code(() => host.read(`${root}/d`))).toBe('is-directory');
    expect(code(() => host.list(`${root}/file`))).toBe('not-a-directory');
    expect(code(() => host.list(`${root}/file/below`))).toBe('not-a-directory');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('tells denied files', () => {
    writeFileSync(join(root, 'denied'), 'x');
    chmodSync(join(root, 'denied'), 0);
    expect(code(() => new NodeHost(root).read(`${root}/denied`))).toBe('denied');
  });

  it.skipIf(process.platform === 'win32')('never waits for a FIFO or a socket', async () => {
    const fifo = join(root, 'fifo');
    spawnSync('mkfifo', [fifo]);
    const host = new NodeHost(root);
    expect(host.stat(fifo).kind).toBe('other');
    expect(code(() => host.read(fifo))).toBe('not-a-file');
    expect(code(() => host.readStart(fifo, 1))).toBe('not-a-file');
    const socket = join(root, 'socket');
    const server = createServer();
    await new Promise<void>((done) => server.listen(socket, done));
    expect(code(() => host.read(socket))).toBe('not-a-file');
    await new Promise((done) => server.close(done));
    expect(code(() => host.read('/dev/zero'))).toBe('not-a-file');
  });
});
