/** What of `package.json` the releasing scripts read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly [field: string]: unknown;
}

/** Fields that only the repository needs. */
const OF_THE_REPOSITORY = ['scripts', 'devDependencies', 'private', 'workspaces'];

/**
 * The manifest of a release. Without scripts: npm prepares a git dependency anew when it sees the name of a
 * lifecycle script or `build`, and leaves a link to a folder that is gone (npm 11) or refuses (npm 12). Without
 * dependencies: everything is bundled, so an installation needs no network.
 */
export function releasedManifest(manifest: Manifest): Manifest {
  const kept = Object.entries(manifest).filter(([field]) => !OF_THE_REPOSITORY.includes(field));
  return Object.fromEntries(kept) as Manifest;
}

/** Why this manifest must not be released; empty if it may. */
export function manifestProblems(manifest: Manifest): string[] {
  const fields = [
    'scripts',
    'dependencies',
    'devDependencies',
    'optionalDependencies',
    'peerDependencies',
    'bundleDependencies',
    'gypfile',
  ];
  return fields
    .filter((field) => manifest[field] !== undefined)
    .map((field) => `package.json of the release has "${field}"`);
}
