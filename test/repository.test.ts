import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

/** Files git tracks, or would: in a tree without git the checks below have nothing to read. */
function tracked(): string[] {
  const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return out.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

const paths = existsSync(join(ROOT, '.git')) ? tracked() : [];
const isText = (path: string) =>
  !/\.(?:gz|wasm|zip|png|pyc|br|bin)$/.test(path) && statSync(join(ROOT, path)).isFile();
const texts = () =>
  paths.filter(isText).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

describe.runIf(paths.length > 0)('repository', () => {
  it('names no place of one machine', () => {
    const place = /(?<![\w.])\/(?:home|Users|root|work)\/\w/;
    const allowed = /^(?:test\/|rules\/|examples\/)/; // Python samples may say /home/ or /root/
    const found = texts().filter(({ path, text }) => !allowed.test(path) && place.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('names no package registry', () => {
    const host = new RegExp(['registry', String.raw`\.(?:npm|yarn)`].join(''));
    expect(
      texts()
        .filter(({ text }) => host.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('locks packages by content, not by place', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });

  it('needs no package at run time, and ARCHITECTURE.md says why each is there', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
      expect(manifest[kind]).toBeUndefined();
    }
    const page = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    const packages = Object.keys(manifest.devDependencies as object).filter(
      (name) => !name.startsWith('@types/'),
    );
    expect(packages.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('keeps its programs executable', () => {
    const out = execFileSync('git', ['ls-files', '--stage', 'bin', '.ci'], { cwd: ROOT, encoding: 'utf8' });
    const programs = out
      .split('\n')
      .filter(Boolean)
      .map((row) => ({ mode: row.slice(0, 6), path: row.split('\t')[1]! }))
      .filter(
        ({ path }) => existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), 'utf8').startsWith('#!'),
      );
    expect(programs.map(({ path }) => path)).toContain('bin/pyaudit-lint');
    expect(programs.filter(({ mode }) => mode !== '100755')).toEqual([]);
  });
});
