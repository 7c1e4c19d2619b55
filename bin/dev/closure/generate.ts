import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { libraryValues } from '../../../rules/library-values.ts';
import { compileRaisers } from '../../../rules/raiser-table.ts';
import { byCodeUnits } from '../../../src/host/host.ts';
import type { RaiserTable } from '../../../src/model/raiser-table.ts';
import { targetMask, VERSIONS, type Version } from '../../../src/model/targets.ts';
import { merged } from './merge.ts';
import { digest, type LibrarySource, librarySources } from './sources.ts';
import { summarised } from './summarise.ts';

const FILE = 'src/stdlib/generated/closure.json';

interface Manifest {
  /** The APIs that were looked for, as a hash. */
  readonly apis: string;
  readonly sources: Readonly<
    Record<
      string,
      { readonly release: string; readonly digest: string; readonly borrowed: readonly string[] }
    >
  >;
}

/**
 * What each function of the standard library reaches, over all versions. Takes minutes, so `check` compares only what
 * it was made from: the APIs of the table, and the sources of those releases that are at hand.
 *
 * @throws Error if the sources of a version are missing
 */
export function libraryClosure(root: string, check: boolean): ReadonlyMap<string, string> {
  const table = compileRaisers(rules, libraryValues);
  const path = join(root, FILE);
  if (check)
    return new Map([[FILE, isStale(path, table, librarySources(root)) ? '' : readFileSync(path, 'utf8')]]);
  const found = librarySources(root);
  const missing = VERSIONS.filter((version) => !found.has(version));
  if (missing.length > 0) {
    throw new Error(
      `no sources of ${missing.join(', ')}: install the interpreters; for 3.15 see librarySources`,
    );
  }
  const closures = VERSIONS.map((version) => ({
    closure: summarised(found.get(version)!.folder, version, table),
    targets: targetMask([version]),
  }));
  const manifest: Manifest = { apis: apisOf(table), sources: described(found) };
  return new Map([[FILE, `${JSON.stringify({ manifest, ...merged(closures) })}\n`]]);
}

function described(found: ReadonlyMap<Version, LibrarySource>): Manifest['sources'] {
  return Object.fromEntries(
    VERSIONS.map((version) => {
      const { folder, release, borrowed } = found.get(version)!;
      return [version, { release, digest: digest(folder), borrowed }];
    }),
  );
}

/** Other APIs are looked for, or sources at hand of a release that it was made from differ. */
function isStale(path: string, table: RaiserTable, found: ReadonlyMap<Version, LibrarySource>): boolean {
  if (!existsSync(path)) return true;
  const { manifest } = JSON.parse(readFileSync(path, 'utf8')) as { manifest: Manifest };
  if (manifest.apis !== apisOf(table)) return true;
  return [...found].some(([version, { folder, release }]) => {
    const made = manifest.sources[version];
    return made === undefined || (made.release === release && made.digest !== digest(folder));
  });
}

/** A hash of every API that raises something, as the summaries look for them. */
function apisOf(table: RaiserTable): string {
  const apis = new Set<string>(table.calls.keys());
  for (const raisers of table.attributes.values()) {
    for (const { raiser } of raisers) if ('api' in raiser) apis.add(`${raiser.kind}:${raiser.api}`);
  }
  return createHash('sha256')
    .update([...apis].sort(byCodeUnits).join('\n'))
    .digest('hex')
    .slice(0, 32);
}
