import type { Glob } from '../config/globs.ts';
import { type FolderEntry, type Host, HostError } from '../host/host.ts';
import { within } from '../host/paths.ts';

/** Folders that hold no source of the project, whatever stands around them. */
const BY_NAME: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.bzr',
  '__pycache__',
  'node_modules',
  'site-packages',
  '__pypackages__',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.pytype',
  '.pyre',
  '.hypothesis',
  '.ipynb_checkpoints',
]);

/** Output of builds where a project's own files stand beside; elsewhere an ordinary package's name. */
const BUILD_OUTPUT: ReadonlySet<string> = new Set(['build', 'dist', '_build']);
const PROJECT_FILES: ReadonlySet<string> = new Set(['pyproject.toml', 'setup.py', 'setup.cfg']);

/** What a walk leaves out. */
export interface Excludes {
  /** Environments, build output, caches and folders of other tools. */
  readonly byDefault: boolean;
  readonly globs: readonly Glob[];
}

/** What `exclude` leaves out is counted under this. */
export const globReason = ({ pattern }: Glob): string => `exclude ${pattern}`;

/**
 * Why a folder met while walking is left out: its own name, `virtual environment`, `build output`; undefined where
 * it is to be walked. `siblings` are the entries of the folder it stands in. A folder named by the user is never
 * asked about.
 */
export function exclusion(
  host: Host,
  folder: string,
  name: string,
  siblings: readonly FolderEntry[],
): string | undefined {
  if (BY_NAME.has(name)) return name;
  if (holds(host, folder, 'pyvenv.cfg') || holds(host, folder, 'conda-meta')) return 'virtual environment';
  if (BUILD_OUTPUT.has(name) && siblings.some((entry) => PROJECT_FILES.has(entry.name))) {
    return holds(host, folder, '__init__.py') ? undefined : 'build output';
  }
  return undefined;
}

function holds(host: Host, folder: string, name: string): boolean {
  try {
    host.stat(within(folder, name));
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}
