import type { Brand } from './brand.ts';

/** CPython versions the data knows, oldest first. The position of a version is its bit within a platform's group. */
export const VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'] as const;
export type Version = (typeof VERSIONS)[number];

export const PLATFORMS = ['linux', 'darwin', 'win32'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** A set of (version, platform) pairs, one bit each; 24 bits, so it stays a small integer. */
export type TargetMask = Brand<number, 'TargetMask'>;

const WIDTH = VERSIONS.length;
const VERSION_BITS = (1 << WIDTH) - 1;

export const NO_TARGETS = 0 as TargetMask;
export const ALL_TARGETS = ((1 << (WIDTH * PLATFORMS.length)) - 1) as TargetMask;

export const meet = (a: TargetMask, b: TargetMask): TargetMask => (a & b) as TargetMask;
export const join = (a: TargetMask, b: TargetMask): TargetMask => (a | b) as TargetMask;

/** The mask of the given versions on the given platforms; each defaults to all. */
export function targetMask(
  versions: readonly Version[] = VERSIONS,
  platforms: readonly Platform[] = PLATFORMS,
): TargetMask {
  let bits = 0;
  for (const version of versions) bits |= 1 << VERSIONS.indexOf(version);
  let mask = 0;
  for (const platform of platforms) mask |= bits << (PLATFORMS.indexOf(platform) * WIDTH);
  return mask as TargetMask;
}

/** Versions of `mask` on one platform, as bits in the order of VERSIONS. */
export function versionBits(mask: TargetMask, platform: Platform): number {
  return (mask >> (PLATFORMS.indexOf(platform) * WIDTH)) & VERSION_BITS;
}

/** Those of VERSIONS that `mask` holds on any platform. */
export function versionsOf(mask: TargetMask): Version[] {
  const bits = PLATFORMS.reduce((all, platform) => all | versionBits(mask, platform), 0);
  return VERSIONS.filter((_, index) => bits & (1 << index));
}

/**
 * The versions a range names: `3.8-3.11`, `3.13`, `3.8,3.12-3.15`, `` (none).
 * @throws RangeError for a word that is no known version or a range that runs backwards.
 */
export function parseVersions(text: string): Version[] {
  const found = new Set<Version>();
  for (const part of text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)) {
    const [first, last = first] = part.split('-') as [string, string?];
    const from = VERSIONS.indexOf(first as Version);
    const to = VERSIONS.indexOf(last as Version);
    if (from < 0 || to < 0 || to < from) throw new RangeError(`not a range of CPython versions: ${part}`);
    for (const version of VERSIONS.slice(from, to + 1)) found.add(version);
  }
  return VERSIONS.filter((version) => found.has(version));
}

/**
 * The targets a text names: versions, then after a slash the platforms (all, if there is no slash); parts are joined
 * by semicolons: `3.8-3.15/linux,darwin; 3.13-3.15/win32`.
 * @throws RangeError for a word that is no known version or platform.
 */
export function parseTargets(text: string): TargetMask {
  let mask = NO_TARGETS;
  for (const part of text.split(';')) {
    const [versions = '', platforms] = part.split('/');
    const names = platforms?.split(',').map((name) => name.trim());
    const unknown = names?.find((name) => !(PLATFORMS as readonly string[]).includes(name));
    if (unknown !== undefined)
      throw new RangeError(`not a platform: ${unknown} (known: ${PLATFORMS.join(', ')})`);
    mask = join(mask, targetMask(parseVersions(versions), names as Platform[] | undefined));
  }
  return mask;
}

/** Bits as contiguous ranges: 0b1101 gives `3.8` and `3.10-3.11`. */
function ranges(bits: number): string[] {
  const parts: string[] = [];
  for (let index = 0; index < WIDTH; index++) {
    if (!(bits & (1 << index))) continue;
    let end = index;
    while (end + 1 < WIDTH && bits & (1 << (end + 1))) end++;
    parts.push(end === index ? VERSIONS[index]! : `${VERSIONS[index]}-${VERSIONS[end]}`);
    index = end;
  }
  return parts;
}

/** One string per platform and contiguous range: `["3.8-3.11/linux", "3.13-3.15/linux", "3.8-3.15/win32"]`. */
export function formatTargets(mask: TargetMask): string[] {
  return PLATFORMS.flatMap((platform) =>
    ranges(versionBits(mask, platform)).map((range) => `${range}/${platform}`),
  );
}

/** The versions of `mask`, whatever the platform, for people: `3.8-3.11, 3.13`. */
export function formatVersions(mask: TargetMask): string {
  const bits = PLATFORMS.reduce((all, platform) => all | versionBits(mask, platform), 0);
  return ranges(bits).join(', ');
}
