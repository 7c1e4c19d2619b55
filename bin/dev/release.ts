/**
 * `bin/dev/release VERSION`: checks that the repository is ready, compiles, packs, and makes the release commit with
 * its tag. Nothing is pushed. With `--dry-run FOLDER` the commit and the tag are made in a clone at FOLDER, from the
 * files as they lie in the work tree.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commitFolder, git } from './releasing/commit.ts';
import { manifestProblems } from './releasing/manifest.ts';
import { pack, packageProblems } from './releasing/packed.ts';
import { stage } from './releasing/stage.ts';
import { changesOf, compareVersions, versionOf } from './releasing/version.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (text: string) => process.stdout.write(`${text}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'string' } },
});
const rehearsal = values['dry-run'] === undefined ? undefined : resolve(values['dry-run']);

/** What must be put right before a release; each says how. */
function problems(text: string): string[] {
  const version = versionOf(text);
  if (!version) return [`"${text}" is no version; give three numbers, such as 1.2.3`];
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const found: string[] = [];
  if (manifest.version !== text)
    found.push(
      `package.json says ${manifest.version}; run \`npm version ${text} --no-git-tag-version\` and commit`,
    );
  if (!changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), text))
    found.push(
      `CHANGELOG.md says nothing under "## ${text} - YYYY-MM-DD"; move what stands under "Unreleased"`,
    );
  if (rehearsal !== undefined) return found;
  for (const tag of git(root, ['tag', '--list', 'v*']).split('\n')) {
    const other = versionOf(tag);
    if (other && compareVersions(other, version) >= 0)
      found.push(`${tag} is already released; choose a later version`);
  }
  if (git(root, ['status', '--porcelain']) !== '')
    found.push('the work tree has changes; commit them, or rehearse with --dry-run FOLDER');
  return found;
}

/** Stops with exit status 1 if there is anything to put right. */
function demand(found: readonly string[]): void {
  if (found.length === 0) return;
  for (const problem of found) process.stderr.write(`release: ${problem}\n`);
  process.exit(1);
}

function release(version: string): void {
  demand(problems(version));
  if (rehearsal === undefined) execFileSync('.ci/run', { cwd: root, stdio: 'inherit' });
  const staged = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    demand(manifestProblems(stage(root, staged)));
    const packed = pack(staged);
    demand(packageProblems(staged, packed));
    say(`${packed.filename}: ${packed.files.length} files, ${packed.size} bytes`);
    const head = git(root, ['rev-parse', 'HEAD']);
    if (rehearsal !== undefined) execFileSync('git', ['clone', '--quiet', '--no-checkout', root, rehearsal]);
    const repository = rehearsal ?? root;
    const tag = `v${version}`;
    say(`${tag} is ${commitFolder(repository, staged, head, tag)} in ${repository}`);
    if (rehearsal === undefined) say(`publish it with: git push origin main ${tag}`);
  } finally {
    rmSync(staged, { recursive: true });
  }
}

if (positionals.length === 1) release(positionals[0]!);
else demand(['usage: bin/dev/release VERSION [--dry-run FOLDER]']);
