import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestProblems, releasedManifest } from '../../bin/dev/releasing/manifest.ts';
import { LARGEST_TARBALL, packageProblems } from '../../bin/dev/releasing/packed.ts';
import { changesOf, compareVersions, versionOf } from '../../bin/dev/releasing/version.ts';
import { writeGuide } from '../docs/installed.ts';
import { broken, HAS_MULTITOOL, OFFLINE, PATIENCE } from '../report/multitool.ts';
import { ROOT } from '../sources.ts';
import { git, HAS_GIT, rehearse, releaseScript, scratch, VERSION } from './rehearsal.ts';

const TAG = `v${VERSION}`;

describe('versions', () => {
  it('are three numbers, with or without the v of a tag', () => {
    expect(['1.2.3', 'v0.10.0', '1.2', '1.2.3-rc1', '01.2.3', 'latest'].map(versionOf)).toEqual([
      [1, 2, 3],
      [0, 10, 0],
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(compareVersions([0, 9, 0], [0, 10, 0])).toBeLessThan(0);
    expect(compareVersions([1, 0, 0], [0, 10, 9])).toBeGreaterThan(0);
  });

  it('have a section of the changelog', () => {
    const text =
      '# Changes\n\n## Unreleased\n\n## 1.0.0 - 2026-01-31\n\nNew.\n\n### Details\n\n## 0.9.0 - 2026-01-01\n\nOld.\n';
    expect(changesOf(text, '1.0.0')).toBe('New.\n\n### Details');
    expect(changesOf(text, '0.9.0')).toBe('Old.');
    expect(changesOf(text, '1x0.0')).toBeUndefined();
  });
});

describe('the released manifest', () => {
  const manifest = {
    name: 'x',
    version: '1.0.0',
    files: ['dist'],
    scripts: { build: 'x' },
    devDependencies: { a: '1' },
  };

  it('has neither scripts nor dependencies', () => {
    expect(manifestProblems(manifest)).toHaveLength(2);
    expect(releasedManifest(manifest)).toEqual({ name: 'x', version: '1.0.0', files: ['dist'] });
    expect(manifestProblems(releasedManifest(manifest))).toEqual([]);
  });

  it('is refused with what a tarball should not hold', () => {
    const packed = {
      filename: 'x.tgz',
      size: LARGEST_TARBALL + 1,
      unpackedSize: 0,
      files: [
        'package.json',
        'README.md',
        'LICENSE',
        'bin/pyaudit-lint',
        'dist/LICENCES.txt',
        'dist/api.js',
        'dist/rule-tester.js',
        'dist/types/bin/api.d.ts',
        'dist/types/bin/rule-tester.d.ts',
        'dist/types/src/model/finding.d.ts',
        'test/a.test.ts',
      ].map((path) => ({ path, size: 1, mode: 0o644 })),
    };
    expect(packageProblems('.', packed)).toEqual([
      'dist/main.js is not in the tarball',
      'test/a.test.ts does not belong in the tarball',
      `the tarball has ${LARGEST_TARBALL + 1} bytes, over ${LARGEST_TARBALL}`,
    ]);
  });
});

describe('a package that npm packs from the sources', () => {
  const { folder, remove } = scratch();
  afterAll(remove);

  it('is whole: npm compiles it, and writes its types', () => {
    for (const path of [
      'bin',
      'rules',
      'schema',
      'src',
      'package.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
    ])
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: folder });
    const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    const files = execFileSync('tar', ['-tf', join(folder, packed)], { encoding: 'utf8' }).split('\n');
    expect(files).toEqual(
      expect.arrayContaining(
        ['main.js', 'api.js', 'types/bin/api.d.ts', 'types/bin/rule-tester.d.ts'].map(
          (path) => `package/dist/${path}`,
        ),
      ),
    );
  });
});

describe.runIf(HAS_GIT)('a rehearsed release', () => {
  const { folder, remove } = scratch();
  const clone = join(folder, 'clone');
  const [place, work] = [join(folder, 'installed'), join(folder, 'work')];
  beforeAll(() => {
    rehearse(clone);
    for (const path of [place, work]) execFileSync('mkdir', [path]);
    git(clone, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', TAG);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', place], { cwd: clone });
    git(clone, 'checkout', '--quiet', '-');
    const tarball = readdirSync(place).find((name) => name.endsWith('.tgz'))!;
    expect(statSync(join(place, tarball)).size).toBeLessThan(LARGEST_TARBALL);
    execFileSync('npm', [
      'install',
      '--offline',
      '--silent',
      '--no-audit',
      '--no-fund',
      '--prefix',
      place,
      join(place, tarball),
    ]);
  });
  afterAll(remove);

  it('is a commit beside the branch, under an annotated tag', () => {
    expect(git(clone, 'rev-parse', `${TAG}^{commit}^`)).toBe(git(clone, 'rev-parse', 'HEAD'));
    expect(git(clone, 'cat-file', '-t', TAG)).toBe('tag');
    expect(git(clone, 'show', '--no-patch', '--format=%cI', `${TAG}^{commit}`)).toBe(
      git(clone, 'show', '--no-patch', '--format=%cI', 'HEAD'),
    );
  });

  it('holds the package and what git and GitHub read, nothing else', () => {
    expect(git(clone, 'ls-tree', '--name-only', TAG).split('\n')).toEqual([
      '.gitattributes',
      '.github',
      '.pre-commit-hooks.yaml',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'action.yml',
      'bin',
      'dist',
      'docs',
      'package.json',
      'schema',
    ]);
    expect(git(clone, 'ls-tree', '-r', TAG, 'bin')).toMatch(/^100755 .*bin\/pyaudit-lint$/);
    const manifest = JSON.parse(git(clone, 'show', `${TAG}:package.json`)) as Record<string, unknown>;
    expect(Object.keys(manifest)).not.toContain('scripts');
    expect(Object.keys(manifest)).not.toContain('devDependencies');
  });

  it('runs from an empty folder that it was installed in, without a network', () => {
    expect(readdirSync(join(place, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'pyaudit-lint',
    ]);
    execFileSync('sh', ['-c', 'echo "import os\nos.system(input())" > a.py'], { cwd: work });
    const tool = join(place, 'node_modules/.bin/pyaudit-lint');
    const run = (...args: readonly string[]) => {
      const { status, stdout } = spawnSync(tool, args, { cwd: work, encoding: 'utf8' });
      return { status, stdout };
    };
    expect(run('--version')).toEqual({ status: 0, stdout: `${VERSION}\n` });
    for (const [expected, ...args] of [
      [1, 'check', '.'],
      [0, 'why', 'a.py:2'],
      [0, 'callgraph', '.'],
      [0, 'events', 'os.*'],
      [0, 'explain', 'os.system'],
      [0, '--help'],
    ] as const) {
      const { status, stdout } = run(...args);
      expect([args, status]).toEqual([args, expected]);
      expect(stdout).not.toBe('');
    }
  });

  it.each([
    ['TypeScript', 'plugin.ts', []],
    ['JavaScript', 'plugin.js', ['--allowJs', '--checkJs']],
  ])('is a library whose types hold under strict settings in %s, and that runs', (_, file, flags) => {
    const programs = join(ROOT, 'test/fixtures/library');
    cpSync(programs, place, { recursive: true });
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit'];
    const modules = ['--module', 'nodenext', '--target', 'es2022', '--types', ''];
    const compiler = join(ROOT, 'node_modules/typescript/lib/tsc.js');
    const checked = (name: string) =>
      spawnSync(process.execPath, [compiler, ...strict, ...modules, ...flags, name], {
        cwd: place,
        encoding: 'utf8',
      });
    expect(checked(file).stdout).toBe('');
    const wrong = checked(file.replace('plugin', 'mistaken')).stdout;
    expect(wrong.match(/error TS\d+/g)).toHaveLength(2);
    if (file.endsWith('.ts')) return;
    const { stdout, stderr } = spawnSync(process.execPath, ['use.js'], { cwd: place, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('a.py:2 no-shell\na.py:2 os.system\n');
  });

  describe('with the plugin of the guide, and nothing but the guide', () => {
    const tool = join(place, 'node_modules/.bin/pyaudit-lint');
    const run = (command: string, ...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: place,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
      });
      return { status, stdout, stderr };
    };
    const plugin = ['app.py', '--plugin', 'no-shell.js', '--select', 'no-shell,outside-argument'];
    beforeAll(() => {
      writeGuide('docs/writing-rules.md', place);
      writeFileSync(join(place, 'package.json'), '{"type": "module", "private": true}');
    });

    it('gives rules their options, and refuses what their schemas do', () => {
      const own = '[rule-options.outside-argument]\nsources = ';
      const ours = readFileSync(join(place, 'pyaudit-lint.toml'), 'utf8');
      writeFileSync(join(place, 'pyaudit-lint.toml'), `${ours}${own}["mylib.request"]\n`);
      const { status, stdout, stderr } = run(tool, ...plugin);
      expect([status, stdout, stderr]).toEqual([
        1,
        expect.stringContaining('`os.system` starts a shell; use `our.tools.run`.'),
        '',
      ]);
      writeFileSync(join(place, 'pyaudit-lint.toml'), `${ours}${own}[1]\n`);
      expect(run(tool, ...plugin)).toEqual({
        status: 2,
        stdout: '',
        stderr: 'pyaudit-lint: `rule-options.outside-argument.sources.0` must be string\n',
      });
      writeFileSync(join(place, 'pyaudit-lint.toml'), ours.replace('our.tools.run', '').replace('""', '1'));
      expect(run(tool, ...plugin).stderr).toBe(
        'pyaudit-lint: `rule-options.no-shell.instead` must be string\n',
      );
      writeFileSync(join(place, 'pyaudit-lint.toml'), ours);
    });

    it("passes its tests under Node's own runner", () => {
      expect(run(process.execPath, '--test', 'no-shell.test.js')).toMatchObject({ status: 0 });
    });

    it('has types for TypeScript', () => {
      const compiler = join(ROOT, 'node_modules/typescript/lib/tsc.js');
      const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
      expect(run(process.execPath, compiler, ...flags, 'no-pickle.ts')).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    });

    it.runIf(HAS_MULTITOOL)('is reported as SARIF and JSON say', { timeout: PATIENCE }, () => {
      const sarif = JSON.parse(run(tool, ...plugin, '--format', 'sarif').stdout) as Log;
      const [{ rules = [] }, results = []] = [sarif.runs[0]!.tool.driver, sarif.runs[0]!.results];
      expect(results.filter(({ ruleId }) => ruleId === 'ACME0001').map(({ level }) => level)).toEqual([
        'warning',
      ]);
      // no repository, and a plugin without pages
      expect(rules.some(({ helpUri }) => helpUri === undefined)).toBe(true);
      expect(broken(JSON.stringify(sarif))).toEqual(['SARIF2003', 'SARIF2012', ...OFFLINE]);
      const schema = JSON.parse(
        readFileSync(join(place, 'node_modules/pyaudit-lint/schema/report-v1.schema.json'), 'utf8'),
      );
      const validate = new Ajv2020({ strictTypes: false }).compile(schema);
      const report: unknown = JSON.parse(run(tool, ...plugin, '--format', 'json').stdout);
      expect(validate(report) ? [] : validate.errors).toEqual([]);
    });

    it('is told how to mend a module that does not load', () => {
      mkdirSync(join(place, 'common'), { recursive: true });
      writeFileSync(join(place, 'common/package.json'), '{"type": "commonjs"}');
      cpSync(join(place, 'no-shell.js'), join(place, 'common/no-shell.js'));
      writeFileSync(join(place, 'half.mjs'), 'export default {');
      const said = (file: string) => run(tool, 'app.py', '--plugin', file).stderr;
      expect(said('common/no-shell.js')).toContain(
        'name it .mjs, or say "type": "module" in the package.json',
      );
      expect(said('half.mjs')).toContain(
        'cannot be loaded: Unexpected end of input; `node --check half.mjs`',
      );
      writeFileSync(join(place, 'several.mjs'), "export { default } from './no-pickle.js';");
      expect(said('several.mjs')).toContain(
        '; there is no-pickle.ts, and Node takes names as they are written',
      );
      expect(said('gone.mjs')).toBe(
        `pyaudit-lint: --plugin gone.mjs cannot be loaded: there is no file ${join(place, 'gone.mjs')}\n`,
      );
    });

    it('is named with its line when it fails, and only the run says so', () => {
      const text = readFileSync(join(place, 'no-shell.js'), 'utf8').replace(
        'call.argument(0)',
        'call.arguments[0]',
      );
      writeFileSync(join(place, 'wrong.js'), text);
      writeFileSync(join(place, 'late.js'), text.replace('(call) => {', 'async (call) => {'));
      const said = (file: string) => run(tool, 'app.py', '--plugin', file);
      expect(said('wrong.js')).toMatchObject({
        status: 2,
        stdout: expect.stringContaining('os.system'),
        stderr: expect.stringMatching(
          /^pyaudit-lint: rule no-shell, app\.py: TypeError: .* \(wrong\.js:22:\d+\)\n$/,
        ),
      });
      expect(said('late.js')).toMatchObject({
        status: 2,
        stdout: expect.stringContaining('os.system'),
        stderr: expect.stringContaining(
          'a listener is asynchronous, and rules run at once; drop `async` (late.js)',
        ),
      });
    });
  });

  it("is refused for a version that is not the package's, or is none", () => {
    expect(releaseScript('9.9.9', '--dry-run', join(folder, 'no'))).toEqual({
      status: 1,
      stdout: '',
      stderr: [
        `release: package.json says ${VERSION}; run \`npm version 9.9.9 --no-git-tag-version\` and commit`,
        'release: CHANGELOG.md says nothing under "## 9.9.9 - YYYY-MM-DD"; move what stands under "Unreleased"',
        '',
      ].join('\n'),
    });
    expect(releaseScript('soon', '--dry-run', join(folder, 'no')).stderr).toBe(
      'release: "soon" is no version; give three numbers, such as 1.2.3\n',
    );
    expect(releaseScript().stderr).toBe('release: usage: bin/dev/release VERSION [--dry-run FOLDER]\n');
  });
});
