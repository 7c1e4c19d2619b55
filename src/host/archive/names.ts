/** Wheels and other zips, and source distributions, by their names. */
const ARCHIVE = /\.(?:whl|zip|egg|tar\.gz|tgz)$/i;
/** Archives that are not read, of which there is more to say than that they are no Python. */
const OTHER_ARCHIVE = /\.(?:tar|tar\.bz2|tar\.xz|tar\.zst|7z|rar)$/i;
/** `dist/pkg.whl!/mod.py`, as Java's class paths write it. */
const INSIDE = /^(.*?\.(?:whl|zip|egg|tar\.gz|tgz))!(?:\/(.*))?$/is;

export const isArchive = (path: string): boolean => ARCHIVE.test(path);
export const isTar = (path: string): boolean => /\.(?:tar\.gz|tgz)$/i.test(path);
export const isOtherArchive = (path: string): boolean => OTHER_ARCHIVE.test(path);

/** The folder that stands for an archive. */
export const archiveFolder = (archive: string): string => `${archive}!`;

/** Whether a path is the folder that stands for an archive: what is around it has nothing to do with what is inside. */
export const isArchiveFolder = (path: string): boolean => path.endsWith('!') && isArchive(path.slice(0, -1));

/** The archive a path leads into, and the path below its root; undefined for a path on the disk. */
export function archivePlace(
  path: string,
): { readonly archive: string; readonly inside: string } | undefined {
  if (!path.includes('!')) return undefined;
  const found = INSIDE.exec(path);
  return found ? { archive: found[1]!, inside: found[2] ?? '' } : undefined;
}
