/** A version as its three numbers. */
export type Version = readonly [major: number, minor: number, patch: number];

/** Reads `1.2.3`, or the tag `v1.2.3`; undefined for anything else, pre-releases included: none are made. */
export function versionOf(text: string): Version | undefined {
  const found = text.match(/^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}

/** Below zero if the first is older, above if it is newer. */
export function compareVersions(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** What the changelog says of a version: the text below `## 1.2.3 - 2026-01-31` up to the next heading of its level. */
export function changesOf(changelog: string, version: string): string | undefined {
  const lines = changelog.split('\n');
  const heading = new RegExp(String.raw`^## ${version.replaceAll('.', String.raw`\.`)} - \d{4}-\d\d-\d\d$`);
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && line.startsWith('## '));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
