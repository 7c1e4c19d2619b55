import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs git in a folder and gives its output without the last line's end. */
export function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd();
}

/**
 * Commits a folder's whole content on top of a commit of the repository, touching neither its work tree nor its
 * index, and tags it. The time is that of the parent, so that the same sources give the same commit. Gives the commit.
 */
export function commitFolder(repository: string, folder: string, parent: string, tag: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'release-index-'));
  const gitDir = git(repository, ['rev-parse', '--absolute-git-dir']);
  const time = git(repository, ['show', '--no-patch', '--format=%cI', parent]);
  const env = {
    GIT_DIR: gitDir,
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: join(scratch, 'index'),
    GIT_AUTHOR_DATE: time,
    GIT_COMMITTER_DATE: time,
  };
  try {
    git(folder, ['add', '--all', '--force', '.'], env);
    const tree = git(folder, ['write-tree'], env);
    const message = `Release ${tag}: the package as it is published, with dist/ and without scripts`;
    const commit = git(folder, ['commit-tree', tree, '-p', parent, '-m', message], env);
    git(folder, ['tag', '--annotate', '--message', `pyaudit-lint ${tag}`, tag, commit], env);
    return commit;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
