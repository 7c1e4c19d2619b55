import { type Glob, globMatcher } from '../config/globs.ts';
import { attempt, type FolderEntry, type Host, HostError } from '../host/host.ts';
import { below, extensionOf, shown, within } from '../host/paths.ts';
import type { Limit } from '../model/finding.ts';
import { type Excludes, exclusion, globReason } from './exclude.ts';
import { type IgnoreLayer, isIgnored, layersAbove, withIgnoreFile } from './ignored.ts';
import { isPythonScript, SHEBANG_BYTES } from './shebang.ts';

/** A Python file the walk met. */
export interface FoundFile {
  /** Absolute and free of links. */
  readonly real: string;
  /** Absolute, as it was reached: through a link, if that is the only way. */
  readonly reached: string;
  readonly isScript: boolean;
}

interface Pending {
  /** Absolute and free of links. */
  readonly real: string;
  readonly reached: string;
  readonly layers: readonly IgnoreLayer[];
  /** The glob that leaves a path out. */
  readonly excluded: (path: string) => Glob | undefined;
}

const MODULE = /\.pyw?$/;
const STUB = /\.pyi$/;
const NOTEBOOK = /\.ipynb$/;
/** Emacs marks a file that is being edited by a dangling link of this form. */
const LOCK = /^\.#/;

/**
 * Walks the folders it is given and gathers their Python files. Each real folder is entered once; folders behind
 * links only after all others, and only where they lie within `bounds`, so that a link to `/` leads nowhere.
 */
export class Walk {
  readonly files = new Map<string, FoundFile>();
  readonly limits: Limit[] = [];
  readonly excluded = new Map<string, number>();
  private readonly host: Host;
  private readonly bounds: readonly string[];
  private readonly excludes: Excludes;
  private readonly entered = new Set<string>();
  private linked: Pending[] = [];

  constructor(host: Host, bounds: readonly string[], excludes: Excludes) {
    this.host = host;
    this.bounds = bounds;
    this.excludes = excludes;
  }

  /** Walks `folder`, absolute and free of links; `root` is the git work tree it lies in, if any. */
  folder(folder: string, root: string | undefined): void {
    // a glob that names the folder itself does not hold below it: the user named it, too
    const excluded = globMatcher(this.excludes.globs.filter((glob) => !globMatcher([glob])(folder)));
    const stack: Pending[] = [
      { real: folder, reached: folder, layers: layersAbove(this.host, root, folder), excluded },
    ];
    for (let next = stack.pop(); next; next = stack.pop()) stack.push(...this.enter(next));
  }

  /** Then the folders reached only through links. Call once, after the last `folder`. */
  links(): void {
    while (this.linked.length > 0) {
      const stack = this.linked;
      this.linked = [];
      for (let next = stack.pop(); next; next = stack.pop()) stack.push(...this.enter(next));
    }
  }

  /** Adds a file: the one under its own name stands, else the shortest name. */
  add(file: FoundFile): void {
    const other = this.files.get(file.real);
    if (!other || prefer(file, other)) this.files.set(file.real, file);
  }

  private enter({ real, reached, layers, excluded }: Pending): Pending[] {
    if (this.entered.has(real)) return [];
    this.entered.add(real);
    const entries = attempt(() => this.host.list(real));
    if (entries instanceof HostError) {
      this.unreadable(
        reached,
        entries,
        'Its files are not analysed: give the user who runs this read permission.',
      );
      return [];
    }
    const inner = entries.some((entry) => entry.name === '.gitignore')
      ? withIgnoreFile(this.host, layers, real)
      : layers;
    const folders: Pending[] = [];
    for (const entry of entries) {
      const next = this.entry({ real, reached, layers: inner, excluded }, entry, entries);
      if (next) folders.push(next);
    }
    return folders;
  }

  private entry(at: Pending, entry: FolderEntry, siblings: readonly FolderEntry[]): Pending | undefined {
    const path = within(at.real, entry.name);
    const reached = within(at.reached, entry.name);
    if (entry.kind === 'directory') return this.subfolder(at, path, reached, entry.name, siblings);
    if (entry.kind === 'link') this.link(at, path, reached, entry.name, siblings);
    else if (entry.kind === 'file') this.file(at, path, path, reached);
    else if (MODULE.test(entry.name)) this.unreadable(reached, new HostError('not-a-file', path), NO_FILE);
    return undefined;
  }

  private subfolder(
    at: Pending,
    path: string,
    reached: string,
    name: string,
    siblings: readonly FolderEntry[],
  ): Pending | undefined {
    const glob = at.excluded(reached);
    const reason = this.excludes.byDefault ? exclusion(this.host, path, name, siblings) : undefined;
    if (reason) this.exclude(reason);
    else if (glob) this.exclude(globReason(glob));
    else if (isIgnored(at.layers, path, true)) this.exclude('.gitignore');
    else return { ...at, real: path, reached };
    return undefined;
  }

  /** `path` is the name the ignore rules see, `real` what is read. */
  private file(at: Pending, path: string, real: string, reached: string): void {
    const extension = extensionOf(path);
    const isModule = MODULE.test(path);
    if (!isModule && !STUB.test(path) && !NOTEBOOK.test(path) && (extension !== '' || !this.isScript(real)))
      return;
    const glob = at.excluded(reached);
    if (glob) this.exclude(globReason(glob));
    else if (isIgnored(at.layers, path, false)) this.exclude('.gitignore');
    else if (STUB.test(path)) this.exclude('type stub');
    else this.add({ real, reached, isScript: !isModule });
  }

  private isScript(real: string): boolean {
    const start = attempt(() => this.host.readStart(real, SHEBANG_BYTES));
    return !(start instanceof HostError) && isPythonScript(start);
  }

  private link(
    at: Pending,
    path: string,
    reached: string,
    name: string,
    siblings: readonly FolderEntry[],
  ): void {
    const facts = attempt(() => ({ ...this.host.stat(path), real: this.host.realPath(path) }));
    if (facts instanceof HostError) {
      if (LOCK.test(name) || !(MODULE.test(name) || extensionOf(name) === '')) return;
      this.unreadable(
        reached,
        facts,
        facts.code === 'missing' ? DANGLING : 'Remove the link or give it a target.',
      );
    } else if (facts.kind === 'other') {
      if (MODULE.test(name)) this.unreadable(reached, new HostError('not-a-file', path), NO_FILE);
    } else if (facts.kind === 'file') this.file(at, path, facts.real, reached);
    else if (this.bounds.some((bound) => below(bound, facts.real) !== undefined)) {
      const next = this.subfolder(at, path, reached, name, siblings);
      // Rules above the link do not hold for what stands elsewhere.
      if (next) this.linked.push({ ...next, real: facts.real, layers: [] });
    } else this.outside(reached, facts.real);
  }

  private outside(reached: string, real: string): void {
    this.limits.push({
      kind: 'unreadable',
      file: shown(this.host.directory, reached),
      reason: 'link leads outside',
      message: `The link leads to ${real}, outside of what is analysed; name that folder as a path to analyse it too.`,
    });
  }

  private unreadable(reached: string, error: HostError, advice: string): void {
    this.limits.push(unreadable(shown(this.host.directory, reached), error, advice));
  }

  /** Counts what is left out, by why. */
  exclude(reason: string): void {
    this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + 1);
  }
}

const NO_FILE = 'Only regular files are read.';
const DANGLING = 'The link leads to nothing: remove it or restore its target.';

const REASONS: Readonly<Record<HostError['code'], string>> = {
  missing: 'missing',
  denied: 'permission denied',
  'is-directory': 'a folder',
  'not-a-directory': 'not a folder',
  'not-a-file': 'not a regular file',
  'too-large': 'too large',
  loop: 'link loop',
  io: 'read error',
};

/** The limit for a path that cannot be read. */
export function unreadable(file: string, error: HostError, advice: string): Limit {
  const what = error.message.slice(error.path.length + 2);
  const reason = advice === DANGLING ? 'dangling link' : REASONS[error.code];
  return {
    kind: 'unreadable',
    file,
    reason,
    message: `${what[0]!.toUpperCase()}${what.slice(1)}. ${advice}`,
  };
}

function prefer(file: FoundFile, other: FoundFile): boolean {
  if ((file.reached === file.real) !== (other.reached === other.real)) return file.reached === file.real;
  if (file.reached.length !== other.reached.length) return file.reached.length < other.reached.length;
  return file.reached < other.reached;
}

/** The folders within which links to folders are followed: the named ones' work trees, and the current directory. */
export const boundsOf = (
  host: Host,
  named: readonly string[],
  roots: readonly (string | undefined)[],
): string[] => [host.directory, ...named.map((path, index) => roots[index] ?? path)];
