import * as crypto from 'node:crypto';
import type { Settings } from '../config/settings.ts';
import { decode } from '../discover/decode.ts';
import { filterFindings } from '../filter/filter.ts';
import type { Host } from '../host/host.ts';
import type { Finding, Limit, ReachedFrom, ReportedFinding, WitnessStep } from '../model/finding.ts';
import { Source } from '../model/source.ts';
import { excerptOf } from './excerpt.ts';
import { type FileRecord, faultMessage, type RunLog } from './file-stages.ts';
import { digestOf } from './keeper.ts';
import { lineHashes } from './line-hash.ts';
import { logicalLines } from './logical-lines.ts';
import { readSource } from './read-source.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface ShownFindings {
  readonly findings: readonly ReportedFinding[];
  readonly hidden: ReadonlyMap<string, number>;
}

// `hash` is twice as quick for short texts; Node has it from 20.12
const sha256 = (text: string): string =>
  crypto.hash === undefined
    ? crypto.createHash('sha256').update(text).digest('hex')
    : crypto.hash('sha256', text);

/**
 * Filters the findings file by file, in their order, so that the text of one file at a time is in memory: filtering
 * wants the text for fingerprints, reports want it around the findings that are shown.
 */
export function shownFindings(
  findings: readonly Finding[],
  records: ReadonlyMap<string, FileRecord>,
  settings: Settings,
  host: Host,
  watch: Stopwatch,
  log: RunLog,
  excerpts = true,
): ShownFindings {
  const shown: ReportedFinding[] = [];
  const hidden = new Map<string, number>();
  const run = { records, settings, host, watch, log, excerpts };
  for (const [file, group] of byFile(findings)) {
    try {
      const filtered = ofFile(file, group, run);
      for (const finding of filtered.findings) shown.push(finding);
      for (const [reason, count] of filtered.hidden) hidden.set(reason, (hidden.get(reason) ?? 0) + count);
    } catch (error) {
      log.faults.push({ stage: 'filter', file, message: faultMessage(error) });
    }
  }
  return { findings: shown, hidden: new Map([...hidden].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}

interface FilterRun {
  readonly records: ReadonlyMap<string, FileRecord>;
  readonly settings: Settings;
  readonly host: Host;
  readonly watch: Stopwatch;
  readonly log: RunLog;
  /** Whether the report shows source around its findings. */
  readonly excerpts: boolean;
}

function ofFile(file: string, group: readonly Finding[], run: FilterRun): ShownFindings {
  const record = run.records.get(file);
  if (!record) throw new Error('a finding stands in a file that was not analysed');
  let text: string | undefined;
  let source: Source | undefined;
  const load = (): Source => {
    if (source) return source;
    text = textAgain(record, run);
    source = new Source(file, text ?? '', record.lines);
    return source;
  };
  let lineOf: ((offset: number) => string) | undefined;
  const { shown, hidden } = run.watch.time('filter', () =>
    filterFindings(group, run.settings, {
      source: load,
      logicalLine: (_, offset) => {
        lineOf ??= logicalLines(load().text);
        return lineOf(offset);
      },
      sha256,
    }),
  );
  const placed = (finding: ReportedFinding) => withLines(finding, finding.region.line, run.records);
  if (!run.excerpts || shown.length === 0 || text === undefined)
    return { findings: shown.map(placed), hidden };
  return run.watch.time('excerpts', () => {
    const hashes = lineHashes(
      load().text,
      shown.map((finding) => finding.region.line),
    );
    return {
      findings: shown.map((finding) => ({
        ...placed(finding),
        excerpt: excerptOf(load(), finding.region, hashes),
      })),
      hidden,
    };
  });
}

/**
 * Lines in place of offsets. A witness starts in the function around the site: that step stands at the finding's own
 * line.
 */
export function withLines<F extends Finding>(
  finding: F,
  line: number,
  records: ReadonlyMap<string, FileRecord>,
): F {
  const witness = finding.witness.map((step, index) =>
    index === 0 && step.file === finding.file && step.line === undefined
      ? { ...step, line }
      : placedStep(step, records),
  );
  const { reachedFrom } = finding;
  if (!reachedFrom) return { ...finding, witness };
  return { ...finding, witness, reachedFrom: placedChain(reachedFrom, records) };
}

/** A chain with the lines of its steps. */
function placedChain(
  { kind, name, steps }: ReachedFrom,
  records: ReadonlyMap<string, FileRecord>,
): ReachedFrom {
  return { kind, name, steps: steps.map((step) => placedStep(step, records)) };
}

function placedStep(step: WitnessStep, records: ReadonlyMap<string, FileRecord>): WitnessStep {
  const { offset, ...rest } = step;
  const lines = step.file === undefined ? undefined : records.get(step.file)?.lines;
  return offset === undefined || !lines ? rest : { ...rest, line: lines.position(offset).line };
}

/** The file's text as it was analysed; undefined, and a limit, if it is another by now. */
function textAgain({ file, again }: FileRecord, { host, log }: FilterRun): string | undefined {
  if ('bytes' in again) {
    const decoded = decode(again.bytes);
    if ('text' in decoded) return decoded.text;
  } else {
    const source = readSource(host, file);
    if ('text' in source && digestOf(source.bytes) === again.digest) return source.text;
  }
  log.limits.push(changed(file.path));
  return undefined;
}

const changed = (file: string): Limit => ({
  kind: 'unreadable',
  file,
  reason: 'changed while running',
  message: 'The file changed while the analysis ran; its findings are those of its first state. Run again.',
});
