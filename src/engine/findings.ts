import type { Judgement } from '../config/settings.ts';
import { filterFindings } from '../filter/filter.ts';
import { fingerprint } from '../filter/fingerprint.ts';
import type { Suppressions } from '../filter/suppressions/suppressions.ts';
import { byCodeUnits } from '../host/host.ts';
import type { AcceptedFinding, Finding, ReportedFinding } from '../model/finding.ts';
import { excerptOf } from './excerpt.ts';
import { type FileRecord, faultMessage } from './file-stages.ts';
import { FileText } from './file-text.ts';
import type { FilterRun } from './filter-run.ts';
import { lineHashes } from './line-hash.ts';
import { withPlaces } from './places.ts';
import { sha256 } from './sha256.ts';
import { speaks, suppressionReader } from './suppressions.ts';

export interface ShownFindings {
  readonly findings: readonly ReportedFinding[];
  /** Held back by comments. */
  readonly accepted: readonly AcceptedFinding[];
  /** Held back by the settings. */
  readonly heldBack: readonly Finding[];
  readonly hidden: ReadonlyMap<string, number>;
}

/**
 * Filters the findings file by file, in their order, so that the text of one file at a time is in memory: filtering
 * wants the text for fingerprints, reports want it around the findings that are shown.
 */
export function shownFindings(findings: readonly Finding[], run: FilterRun): ShownFindings {
  const shown: ReportedFinding[] = [];
  const accepted: AcceptedFinding[] = [];
  const heldBack: Finding[] = [];
  const hidden = new Map<string, number>();
  const suppressionsOf = suppressionReader(findings, run);
  for (const [file, group] of byFile(findings, run)) {
    try {
      const filtered = ofFile(file, group, suppressionsOf(file), run);
      for (const finding of filtered.findings) shown.push(finding);
      for (const finding of filtered.accepted) accepted.push(finding);
      for (const finding of filtered.heldBack) heldBack.push(finding);
      for (const [reason, count] of filtered.hidden) hidden.set(reason, (hidden.get(reason) ?? 0) + count);
    } catch (error) {
      run.log.faults.push({ stage: 'filter', file, message: faultMessage(error) });
    }
  }
  return {
    findings: shown,
    accepted,
    heldBack,
    hidden: new Map([...hidden].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The findings of each file that has any, or comments about them; files in code-unit order. */
function byFile(
  findings: readonly Finding[],
  { records, isReported }: FilterRun,
): readonly (readonly [string, readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  const silent = [...records].filter(
    ([file, record]) => !groups.has(file) && speaks(record) && isReported(file),
  );
  if (silent.length === 0) return [...groups];
  for (const [file] of silent) groups.set(file, []);
  return [...groups].sort(([a], [b]) => byCodeUnits(a, b));
}

function ofFile(
  file: string,
  group: readonly Finding[],
  suppressions: Suppressions | undefined,
  run: FilterRun,
): ShownFindings {
  const record = run.records.get(file);
  if (!record) throw new Error('a finding stands in a file that was not analysed');
  const text = new FileText(record, run);
  const { shown, accepted, heldBack, hidden } = run.watch.time('filter', () =>
    filterFindings(group, judgementFor(file, run), {
      source: () => text.source,
      logicalLine: (_, offset) => text.logicalLine(offset),
      sha256,
      ...(suppressions ? { suppressions } : {}),
    }),
  );
  const isBare = !run.excerpts || shown.length + accepted.length === 0 || !text.isLoaded;
  const dressed = isBare
    ? <F extends ReportedFinding>(finding: F): F => withPlaces(finding, run.records)
    : run.watch.time('excerpts', () => dressing(text, [...shown, ...accepted], run.records));
  return { findings: shown.map(dressed), accepted: accepted.map(dressed), heldBack, hidden };
}

/** The fingerprints of findings that are not shown, in their order. */
export function fingerprintsOf(findings: readonly Finding[], run: FilterRun): string[] {
  const texts = new Map<string, FileText>();
  return findings.map((finding) => {
    const record = run.records.get(finding.file);
    if (!record) return '';
    const text = texts.get(finding.file) ?? new FileText(record, run);
    texts.set(finding.file, text);
    return fingerprint(finding, text.logicalLine(finding.at.from), sha256);
  });
}

/** How the findings of a file are judged, where the configuration says more of it than of others. */
const judgementFor = (file: string, { settings, host }: FilterRun): Judgement =>
  settings.forFile?.(host.absolute(file)) ?? settings;

/** Puts lines and the text about it into each of a file's findings. */
function dressing(
  { source, notebook }: FileText,
  findings: readonly ReportedFinding[],
  records: ReadonlyMap<string, FileRecord>,
): <F extends ReportedFinding>(finding: F) => F {
  const placed = <F extends ReportedFinding>(finding: F): F => withPlaces(finding, records);
  if (notebook) {
    const excerpts = notebook.excerpts(findings.map((finding) => placed(finding).region));
    return (finding) => {
      const inCell = placed(finding);
      return { ...inCell, excerpt: excerpts(inCell.region) };
    };
  }
  const hashes = lineHashes(
    source.text,
    findings.map((finding) => finding.region.line),
  );
  return (finding) => ({ ...placed(finding), excerpt: excerptOf(source, finding.region, hashes) });
}
