import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CacheFolder } from '../../../src/engine/cache/cache-folder.ts';

const NAME = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (found: Uint8Array | undefined): string | undefined =>
  found && new TextDecoder().decode(found);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pyaudit-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('a cache in a folder', () => {
  test('gives back what was written, also to another run', () => {
    const cache = new CacheFolder(join(folder, 'deep', 'inside'));
    expect(cache.read(NAME)).toBeUndefined();
    cache.write(NAME, bytes('one'));
    expect(textOf(new CacheFolder(join(folder, 'deep', 'inside')).read(NAME))).toBe('one');
    expect(cache.trouble).toBeUndefined();
  });

  test('is the own user’s, and leaves nothing half written', () => {
    const cache = new CacheFolder(join(folder, 'own'));
    cache.write(NAME, bytes('one'));
    cache.write(NAME, bytes('two'));
    expect(textOf(cache.read(NAME))).toBe('two');
    expect(files()).toEqual([NAME.slice(2)]);
    expect(statSync(join(folder, 'own')).mode & 0o077).toBe(0);
  });

  test('that cannot be made keeps nothing, and says why once', () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = new CacheFolder(join(folder, 'file', 'cache'));
    cache.write(NAME, bytes('one'));
    expect(cache.read(NAME)).toBeUndefined();
    expect(cache.trouble).toMatch(/^(ENOTDIR|EEXIST|ENOENT)/);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be written to keeps nothing', () => {
    chmodSync(folder, 0o500);
    const cache = new CacheFolder(folder);
    cache.write(NAME, bytes('one'));
    expect(cache.trouble).toMatch(/^EACCES/);
    chmodSync(folder, 0o700);
  });

  test('keeps within its bound: what was asked for last stays, what is not ours stays too', () => {
    const cache = new CacheFolder(folder);
    for (const name of [NAME, OTHER]) cache.write(name, bytes('0123456789'));
    writeFileSync(join(folder, 'notes.txt'), 'not ours');
    utimesSync(join(folder, OTHER.slice(0, 2), OTHER.slice(2)), new Date(0), new Date(0));
    cache.trim(15);
    expect(files().sort()).toEqual([NAME.slice(2), 'notes.txt']);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('not ours');
  });

  test('of an entry that is read anew the time is set', () => {
    const cache = new CacheFolder(folder);
    cache.write(NAME, bytes('one'));
    const path = join(folder, NAME.slice(0, 2), NAME.slice(2));
    utimesSync(path, new Date(0), new Date(0));
    cache.read(NAME);
    expect(statSync(path).mtimeMs).toBeGreaterThan(0);
  });

  test('takes a folder in an entry’s place for no entry', () => {
    mkdirSync(join(folder, NAME.slice(0, 2), NAME.slice(2)), { recursive: true });
    const cache = new CacheFolder(folder);
    expect(cache.read(NAME)).toBeUndefined();
    expect(cache.trouble).toMatch(/^EISDIR/);
  });
});
