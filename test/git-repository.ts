import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whether git is there to be tried with. */
export const HAS_GIT = spawnSync('git', ['--version']).status === 0;

const WHO = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];

/** A real repository in a temporary folder; no configuration of the machine's user reaches it. */
export class GitRepository {
  readonly root: string;

  constructor() {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'pyaudit-git-')));
    this.git('init', '-q', '-b', 'main');
  }

  /** Runs git and gives what it prints. */
  git(...words: readonly string[]): string {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const { status, stdout, stderr } = spawnSync('git', [...WHO, ...words], {
      cwd: this.root,
      encoding: 'utf8',
      env,
    });
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  write(path: string, ...lines: readonly string[]): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), lines.map((line) => `${line}\n`).join(''));
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  /** Commits everything; gives the commit. */
  commit(message: string): string {
    this.git('add', '-A');
    this.git('commit', '-q', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  delete(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
