import { VERSIONS, type Version } from '../model/targets.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenVersions {
  readonly versions: readonly Version[];
  /** Versions asked for that are newer than the data, as written; the newest known stands in for them. */
  readonly newer: readonly string[];
}

const NEWEST = VERSIONS.at(-1)!;
const EXPECTED = `known are ${VERSIONS[0]} to ${NEWEST}; write 3.13, 3.9-3.13, or a list with commas`;

/** The minor number of `3.N`, micro versions allowed (`3.13.1` is 3.13). */
function minorOf(word: string, whole: string): number {
  const minor = /^3\.(\d{1,3})(?:\.\d+)?$/.exec(word)?.[1];
  if (minor === undefined) throw new UsageError(`\`${whole}\` is no version of CPython 3; ${EXPECTED}`);
  return Number(minor);
}

const newestMinor = Number(NEWEST.slice(2));

/**
 * What `--python-version` says: `3.13`, `3.9-3.13`, or a list of such with commas. A version newer than the data
 * counts as the newest.
 * @throws UsageError for anything else, for a version older than the data and for a range that runs backwards.
 */
export function chosenVersions(text: string): ChosenVersions {
  const found = new Set<Version>();
  const newer: string[] = [];
  for (const part of text.split(',').map((word) => word.trim())) {
    const words = part.split('-').map((word) => word.trim());
    const [first, last] = [minorOf(words[0]!, part), minorOf(words.at(-1)!, part)];
    if (words.length > 2) throw new UsageError(`\`${part}\` is no range of versions; ${EXPECTED}`);
    if (last < first) throw new UsageError(`\`${part}\` runs backwards; write ${words[1]}-${words[0]}`);
    const known = VERSIONS.filter((version) => {
      const minor = Number(version.slice(2));
      return minor >= first && minor <= last;
    });
    if (last > newestMinor) newer.push(`3.${last}`);
    else if (known.length === 0 || first < Number(VERSIONS[0].slice(2)))
      throw new UsageError(`\`${part}\` reaches back before the data; ${EXPECTED}`);
    for (const version of last > newestMinor ? [...known, NEWEST] : known) found.add(version);
  }
  return { versions: VERSIONS.filter((version) => found.has(version)), newer: [...new Set(newer)] };
}
