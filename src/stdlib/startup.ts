import { type Platform, type TargetMask, targetMask, VERSIONS } from '../model/targets.ts';
import data from './generated/startup.json' with { type: 'json' };

/** Names of the builtins module, over all versions; those newer than the interpreters at hand by hand. */
export const BUILTIN_NAMES: ReadonlySet<string> = new Set([
  ...data.builtins,
  'PythonFinalizationError',
  'WindowsError',
]);

const loaded: Readonly<Record<string, readonly string[]>> = data.loaded;
/** Modules that start-up loads under another name on the other platforms; the data comes from Linux. */
const POSIX_ONLY = new Set(['posix', 'posixpath']);
const WINDOWS: Readonly<Record<string, string>> = { nt: 'posix', ntpath: 'posixpath' };

/** Targets on which a module is loaded before the program's first line, so that importing it raises nothing. */
export function loadedAtStartup(module: string): TargetMask {
  const on = (name: string, platforms: readonly Platform[]) =>
    targetMask(
      VERSIONS.filter((version) => loaded[version]?.includes(name)),
      platforms,
    );
  const twin = WINDOWS[module];
  if (twin !== undefined) return on(twin, ['win32']);
  return on(module, POSIX_ONLY.has(module) ? ['linux', 'darwin'] : ['linux', 'darwin', 'win32']);
}
