import { relative } from 'node:path/posix';
import { gitRoot } from '../discover/git-root.ts';
import type { Host } from '../host/host.ts';
import { below } from '../host/paths.ts';
import type { CommandLine } from './arguments.ts';
import { quoted } from './init-files.ts';

/** The plugins of a command line as a project names them. */
export interface ProjectPlugins {
  /** Relative to the current directory if they lie in its repository, so that they hold in every checkout. */
  readonly files: readonly string[];
  /** Those that a checkout does not hold: outside of the repository, or among installed packages. */
  readonly absent: readonly string[];
}

export function projectPlugins(host: Host, { flags }: CommandLine): ProjectPlugins {
  const root = gitRoot(host, host.directory) ?? host.directory;
  const given = (flags.get('plugin') ?? []).map((file) => {
    const path = host.absolute(file);
    const inside = below(root, path);
    const isAbsent = inside === undefined || inside.split('/').includes('node_modules');
    return { file: inside === undefined ? path : relative(host.directory, path), isAbsent };
  });
  return {
    files: given.map(({ file }) => file),
    absent: given.filter(({ isAbsent }) => isAbsent).map(({ file }) => file),
  };
}

/** What a person types to run the tool with the plugins. */
export const commandWith = ({ files }: ProjectPlugins): string =>
  ['pyaudit-lint', ...files.map((file) => `--plugin ${quoted(file)}`)].join(' ');
