import { spawnSync } from 'node:child_process';
import { UsageError } from '../../config/usage-error.ts';

/** A blob, a link or a submodule of a tree. */
export interface TreeEntry {
  /** Relative to the root of the work tree. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'submodule';
  readonly object: string;
  /** In bytes; 0 of a submodule. */
  readonly size: number;
}

/** Objects are asked for in parts of so many bytes. */
const MOST_AT_ONCE = 64 * 2 ** 20;

/** No configuration of the repository may start a program: no transport, no watcher of files. */
const SAFE = ['-c', 'protocol.allow=never', '-c', 'core.fsmonitor=false'];

/** Variables that a hook of git sets, and that would lead to another repository. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

function environment(): NodeJS.ProcessEnv {
  const own = { ...process.env, LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
  for (const name of MISLEADING) delete own[name as keyof typeof own];
  return own;
}

/** A git repository, read through `git`: objects alone, never the work tree or the index. */
export class Repository {
  /** Absolute path of the work tree's root. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /**
   * The commit that a revision names (gitrevisions(7)); `REV...` is the commit where HEAD's branch left REV.
   * @throws UsageError that says what to do if there is none.
   */
  commit(revision: string): string {
    const base = /^(.+?)\.\.\.(?:HEAD)?$/.exec(revision)?.[1];
    if (base !== undefined) return this.mergeBase(base, revision);
    const found = revision.startsWith('-')
      ? undefined
      : this.run(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
    if (found?.ok) return found.output.toString('utf8').trim();
    throw this.unknown(revision);
  }

  /** Whether an object's commit is here. */
  has(commit: string): boolean {
    return this.run(['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]).ok;
  }

  private mergeBase(base: string, revision: string): string {
    const found = this.run(['merge-base', this.commit(base), 'HEAD']);
    if (found.ok) return found.output.toString('utf8').trim();
    throw new UsageError(
      `--baseline-commit ${revision}: HEAD and ${base} have no common commit here${this.shallowAdvice(base)}`,
    );
  }

  private unknown(revision: string): UsageError {
    const advice = this.shallowAdvice(revision);
    const spelling = `; \`git rev-parse ${revision}\` must give a commit (fetch it first, or name origin/BRANCH)`;
    return new UsageError(`--baseline-commit: there is no commit \`${revision}\` here${advice || spelling}`);
  }

  private shallowAdvice(revision: string): string {
    const shallow = this.run(['rev-parse', '--is-shallow-repository']);
    if (!shallow.ok || shallow.output.toString('utf8').trim() !== 'true') return '';
    return `: the clone is shallow, so history is missing; run \`git fetch --unshallow\`, or give actions/checkout \`fetch-depth: 0\` (${revision} must be fetched, too)`;
  }

  /** All files of a commit. */
  tree(commit: string): TreeEntry[] {
    const listed = this.need(['ls-tree', '-r', '-z', '-l', '--full-tree', commit], 'list the files');
    return listed
      .toString('utf8')
      .split('\0')
      .flatMap((line): TreeEntry[] => {
        const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
        if (mode === undefined) return [];
        const kind = mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
        return [{ path: path!, kind, object: object!, size: size === '-' ? 0 : Number(size) }];
      });
  }

  /** The contents of entries, by object. @throws UsageError if one is not here, as in a partial clone. */
  contents(entries: readonly TreeEntry[]): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    let part: string[] = [];
    let bytes = 0;
    const load = (): void => {
      if (part.length > 0) this.load(part, found);
      part = [];
      bytes = 0;
    };
    for (const { object, size } of entries) {
      part.push(object);
      bytes += size;
      if (bytes >= MOST_AT_ONCE) load();
    }
    load();
    return found;
  }

  /** `git cat-file --batch`: for each object a line with its name, kind and size, its bytes, and a line end. */
  private load(objects: readonly string[], into: Map<string, Uint8Array>): void {
    const output = this.need(['cat-file', '--batch'], 'read its files', `${objects.join('\n')}\n`);
    for (let at = 0; at < output.length; ) {
      const end = output.indexOf(10, at);
      const [object = '', kind, size] = output.toString('latin1', at, end).split(' ');
      if (kind === 'missing' || size === undefined)
        throw new UsageError(
          `--baseline-commit: object ${object} is not in the clone (a partial clone?); fetch the history in full, clone without --filter`,
        );
      const from = end + 1;
      into.set(object, output.subarray(from, from + Number(size)));
      at = from + Number(size) + 1;
    }
  }

  private need(words: readonly string[], what: string, input?: string): Buffer {
    const found = this.run(words, input);
    if (found.ok) return found.output;
    throw new UsageError(`--baseline-commit: git could not ${what}: ${found.reason}`);
  }

  private run(
    words: readonly string[],
    input?: string,
  ): { readonly ok: true; readonly output: Buffer } | { readonly ok: false; readonly reason: string } {
    const { status, stdout, stderr, error } = spawnSync('git', [...SAFE, '-C', this.root, ...words], {
      env: environment(),
      maxBuffer: Number.POSITIVE_INFINITY,
      ...(input === undefined ? {} : { input }),
    });
    if (error && (error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError('--baseline-commit needs git, which is not on the PATH; install it');
    if (status === 0) return { ok: true, output: stdout };
    const said = stderr?.toString('utf8').trim() ?? '';
    if (/dubious ownership/.test(said))
      throw new UsageError(
        `--baseline-commit: git refuses the repository, since another user owns it; run \`git config --global --add safe.directory ${this.root}\``,
      );
    return { ok: false, reason: said.split('\n')[0] || error?.message || `exit status ${status}` };
  }
}
