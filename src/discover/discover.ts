import type { Scope } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { archiveFolder, isArchive, isOtherArchive } from '../host/archive/names.ts';
import { attempt, byCodeUnits, type Host, HostError } from '../host/host.ts';
import { folderOf, shown, within } from '../host/paths.ts';
import type { Limit } from '../model/finding.ts';
import { meet, NO_TARGETS, type TargetMask, targetMask, VERSIONS, type Version } from '../model/targets.ts';
import { declaredEntries } from './declared-entries.ts';
import type { Excludes } from './exclude.ts';
import { leftOutAbove } from './force-exclude.ts';
import { gitRoot } from './git-root.ts';
import { type RequiresPython, requiresPython } from './requires-python.ts';
import { SourceRoots } from './roots.ts';
import { isPythonScript, SHEBANG_BYTES } from './shebang.ts';
import type { BadPath, Discovery, NamedPath, SourceFile } from './source-file.ts';
import { boundsOf, type FoundFile, Walk } from './walk.ts';

/**
 * The files to analyse: those named, and the Python files in the folders named. Reads no more of a file than a first
 * line. What cannot be used is told in `badPaths` (named by the user) or `limits` (met while walking).
 */
export function discover(host: Host, settings: Scope): Discovery {
  const badPaths: BadPath[] = [];
  const named: NamedPath[] = [];
  for (const given of settings.paths) {
    const path = namedPath(host, given);
    if ('message' in path) badPaths.push(path);
    else named.push(path);
  }
  const gitRoots = named.map(({ real, kind }) => gitRoot(host, kind === 'file' ? folderOf(real) : real));
  const excludes: Excludes = {
    byDefault: !settings.noDefaultExcludes,
    globs: settings.exclude ?? [],
  };
  const walk = new Walk(
    host,
    boundsOf(
      host,
      named.map(({ real }) => real),
      gitRoots,
    ),
    excludes,
  );
  const limits: Limit[] = [];
  named.forEach((path, index) => {
    const reason = settings.forceExclude ? leftOutAbove(host, path, gitRoots[index], excludes) : undefined;
    if (reason !== undefined) walk.exclude(reason);
    else if (path.kind === 'directory') walk.folder(path.real, gitRoots[index]);
    else if (/\.pyi$/.test(path.real)) limits.push(namedStub(path.given));
    else walk.add({ real: path.real, reached: path.real, isScript: path.isScript });
  });
  walk.links();
  const { files, roots } = place(host, [...walk.files.values()], sourceRoots(host, settings));
  for (const path of named) {
    if (settings.forceExclude) continue;
    if (path.kind === 'directory' && !files.some((file) => isIn(file, path.real))) {
      limits.push(noPython(shown(host.directory, path.real), walk.excluded));
    }
  }
  const targets = narrowed(host, settings, named, limits);
  limits.push(...walk.limits);
  const entries = declaredEntries(host, roots);
  return { named, files, roots, entries, limits, excluded: walk.excluded, badPaths, targets };
}

/** @throws UsageError for a source root that is no folder. */
function sourceRoots(host: Host, { sourceRoots: given = [] }: Scope): string[] {
  return given.map((folder) => {
    const path = host.absolute(folder);
    const real = attempt(() => (host.stat(path).kind === 'directory' ? host.realPath(path) : undefined));
    if (typeof real === 'string') return real;
    throw new UsageError(
      `the source root ${shown(host.directory, path)} is no folder; name one that imports start from`,
    );
  });
}

const isIn = (file: SourceFile, folder: string): boolean =>
  file.real.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

function namedPath(host: Host, given: string): NamedPath | BadPath {
  const path = host.absolute(given);
  const found = attempt((): NamedPath => {
    const { kind } = host.stat(path);
    if (isOtherArchive(path) && kind === 'file') throw new HostError('io', path, OTHER_ARCHIVE);
    if (kind === 'other') throw new HostError('not-a-file', path);
    const real = host.realPath(path);
    if (kind === 'directory') {
      host.list(real);
      return { given, real, kind, isScript: false };
    }
    if (isArchive(real))
      return { given, real: topFolder(host, archiveFolder(real)), kind: 'directory', isScript: false };
    const isScript = !/\.pyw?$/.test(real) && isPythonScript(host.readStart(real, SHEBANG_BYTES));
    if (!isScript) host.readStart(real, 1);
    return { given, real, kind, isScript: isScript || !/\.pyw?$/.test(real) };
  });
  if (!(found instanceof HostError)) return found;
  return {
    path: given,
    ...(found.code === 'missing' ? { isMissing: true } : {}),
    message: `${given}: ${found.message.slice(found.path.length + 2)}; ${ADVICE[found.code]}`,
  };
}

const OTHER_ARCHIVE = 'of archives, wheels, zips and .tar.gz are read';

/** A source distribution has all its files in one folder: that is where its project stands. */
function topFolder(host: Host, folder: string): string {
  const entries = host.list(folder);
  const [only] = entries;
  return entries.length === 1 && only!.kind === 'directory' ? within(folder, only!.name) : folder;
}

const ADVICE: Readonly<Record<HostError['code'], string>> = {
  missing: 'check the spelling and the current directory',
  denied: 'give the user who runs this read permission, or leave the path out',
  'is-directory': 'name a file',
  'not-a-directory': 'check the folders in the path',
  'not-a-file': 'name a regular file or a folder',
  'too-large': 'leave the path out',
  loop: 'remove the loop or name its target',
  io: 'check the disk, or leave the path out',
};

function place(
  host: Host,
  found: readonly FoundFile[],
  given: readonly string[],
): { files: SourceFile[]; roots: string[] } {
  const places = new SourceRoots(host, given);
  const roots = new Set<string>(given);
  const files = found.map(({ real, reached, isScript }): SourceFile => {
    const spot = places.place(reached, isScript);
    roots.add(spot.root);
    for (const root of places.around(spot.root)) roots.add(root);
    return { path: shown(host.directory, reached), real, kind: isScript ? 'script' : 'module', ...spot };
  });
  return { files: files.sort((a, b) => byCodeUnits(a.path, b.path)), roots: [...roots].sort(byCodeUnits) };
}

function noPython(file: string, excluded: ReadonlyMap<string, number>): Limit {
  const left = [...excluded].map(([reason, count]) => `${reason}: ${count}`).join(', ');
  const message = `There is no Python file in this folder${left ? ` (left out: ${left})` : ''}; name another, or the files themselves.`;
  return { kind: 'no-python', file, reason: 'no Python file', message };
}

const namedStub = (file: string): Limit => ({
  kind: 'no-python',
  file,
  reason: 'type stub',
  message: 'A stub holds types and no code that runs; name the module itself.',
});

/** The versions that `requires-python` around any of the paths allows, unless the user gave versions. */
function narrowed(host: Host, settings: Scope, named: readonly NamedPath[], limits: Limit[]): TargetMask {
  if (settings.versionsGiven) return settings.targets;
  const said = new Map<string, RequiresPython | undefined>();
  for (const { real, kind } of named) {
    const required = requiresPython(host, kind === 'file' ? folderOf(real) : real);
    said.set(required?.file ?? '', required);
  }
  const versions = new Set<Version>();
  for (const required of said.values()) {
    for (const version of allowed(host, required, limits)) versions.add(version);
  }
  const mask = meet(settings.targets, targetMask([...versions]));
  return versions.size === 0 || mask === NO_TARGETS ? settings.targets : mask;
}

function allowed(host: Host, required: RequiresPython | undefined, limits: Limit[]): readonly Version[] {
  if (!required) return VERSIONS;
  const { file, specifier, versions } = required;
  if (versions && versions.length > 0) return versions;
  const newest = VERSIONS.at(-1)!;
  const isNewer = versions && /(?:>=?|==|~=)\s*3\.\d/.test(specifier);
  limits.push({
    kind: 'target-version',
    file: shown(host.directory, file),
    reason: versions ? 'requires-python names no known version' : 'requires-python cannot be read',
    message: isNewer
      ? `requires-python "${specifier}" allows only versions newer than the data; ${newest} is used. Give --python-version to choose.`
      : `requires-python "${specifier}" allows no version from ${VERSIONS[0]} to ${newest}; all of them are used. Give --python-version to choose.`,
  });
  return isNewer ? [newest] : VERSIONS;
}
