import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The message commands and files by which a step talks to GitHub's runner; in a plain shell they are only lines. */
export interface Runner {
  notice(text: string): void;
  warning(text: string): void;
  error(text: string): void;
  output(name: string, value: string): void;
  summary(markdown: string): void;
}

/** GitHub shows no summary above one mebibyte. */
const LONGEST_SUMMARY = 1024 * 1024;

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The runner that this process runs under, by its environment. */
export function runnerOf(env: NodeJS.ProcessEnv): Runner {
  const command = (name: string) => (text: string) =>
    void process.stdout.write(`::${name}::${escaped(text)}\n`);
  const append = (file: string | undefined, text: string) => {
    if (file) appendFileSync(file, text);
  };
  return {
    notice: command('notice'),
    warning: command('warning'),
    error: command('error'),
    output: (name, value) => append(env.GITHUB_OUTPUT, `${name}=${value}\n`),
    summary: (markdown) => {
      if (Buffer.byteLength(markdown) <= LONGEST_SUMMARY) append(env.GITHUB_STEP_SUMMARY, markdown);
      else append(env.GITHUB_STEP_SUMMARY, 'The report is too long for a summary; see the SARIF file.\n');
    },
  };
}

/**
 * Makes sure that a commit lies in the repository of `folder`: a checkout holds the newest alone. False if it cannot
 * be had.
 */
export function haveCommit(folder: string, commit: string): boolean {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const present = () => git('cat-file', '-e', `${commit}^{commit}`);
  try {
    present();
    return true;
  } catch {
    try {
      git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit);
      present();
      return true;
    } catch {
      return false;
    }
  }
}

/** Runs a program with its output going where ours goes, and gives its exit status; undefined if it did not start. */
export function runProgram(program: string, args: readonly string[], folder: string): number | undefined {
  const { status, error } = spawnSync(program, args, {
    cwd: folder,
    stdio: 'inherit',
    // On Windows npx is a script, which only a shell starts.
    shell: process.platform === 'win32' && program === 'npx',
  });
  return error ? undefined : (status ?? undefined);
}

/** A file's text, or undefined where the run came to an end before it was written. */
export function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
