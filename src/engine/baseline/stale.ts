import type { BaselineEntry } from '../../filter/baseline/baseline.ts';
import { fingerprint } from '../../filter/fingerprint.ts';
import { acceptanceFinding } from '../../filter/suppressions/acceptance-finding.ts';
import { STALE_BASELINE_ENTRY } from '../../lint/own-rules.ts';
import type { ReportedFinding } from '../../model/finding.ts';
import { Source } from '../../model/source.ts';
import type { TargetMask } from '../../model/targets.ts';
import { excerptOf } from '../excerpt.ts';
import { lineHashes } from '../line-hash.ts';
import { sha256 } from '../sha256.ts';

/** A finding for each line of a baseline that accepts what is gone; they stand in the baseline itself. */
export function staleFindings(
  stale: readonly BaselineEntry[],
  whole: ReadonlyMap<number, BaselineEntry>,
  { name, text }: { readonly name: string; readonly text: string },
  targets: TargetMask,
): ReportedFinding[] {
  if (stale.length === 0) return [];
  const source = new Source(name, text);
  const hashes = lineHashes(
    text,
    stale.map(({ line }) => line),
  );
  return stale
    .toSorted((a, b) => a.line - b.line)
    .map((entry): ReportedFinding => {
      const from = source.lines.start(entry.line) ?? 0;
      const line = source.line(entry.line);
      const at = { from, to: from + line.length };
      const message = said(entry, whole.get(entry.line)?.count ?? entry.count);
      const finding = acceptanceFinding(STALE_BASELINE_ENTRY, name, at, message, targets);
      const region = source.region(at);
      return {
        ...finding,
        level: 'warning',
        region,
        siteRegion: region,
        fingerprint: fingerprint(finding, line, sha256),
        excerpt: excerptOf(source, region, hashes),
      };
    });
}

function said({ event, enclosing, file, count }: BaselineEntry, all: number): string {
  const where = enclosing === '' ? file : `\`${enclosing}\` of ${file}`;
  const many = all === 1 ? '' : ` (${count} of ${all} places)`;
  return `\`${event}\` in ${where} is gone${many}, so the entry must go: run once with --prune-baseline`;
}
