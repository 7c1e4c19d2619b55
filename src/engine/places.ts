import type { AnalysisLimit } from '../flow/analysis.ts';
import type { Finding, ReachedFrom, Region, ReportedFinding, Span, WitnessStep } from '../model/finding.ts';
import type { FileRecord } from './file-stages.ts';
import { SHELL_FILE } from './notebook/shell.ts';

type Records = ReadonlyMap<string, FileRecord>;

/** Whether a place is the analysed code's own, and not what stands in front of a notebook's cells. */
export function isWritten({ file, at }: Pick<Finding, 'file' | 'at'>, records: Records): boolean {
  const record = records.get(file);
  return !record?.cells || record.cells.origin(record.lines.position(at.from).line) !== undefined;
}

/** A stretch of a file as people count; in a notebook in its cell. */
export function regionOf(file: string, at: Span, records: Records): Region | undefined {
  const record = records.get(file);
  const region = record?.lines.region(at);
  return region && (record?.cells?.region(region) ?? region);
}

/** Where a limit stands; undefined for a file as a whole. */
export const limitRegion = ({ file, at }: AnalysisLimit, records: Records): Region | undefined =>
  at && regionOf(file, at, records);

/** A finding as people find its place: lines in place of offsets, of a notebook those of its cells. */
export function withPlaces<F extends ReportedFinding>(finding: F, records: Records): F {
  const placed = withLines(finding, finding.region.line, records);
  const cells = records.get(finding.file)?.cells;
  if (!cells) return placed;
  const { region, siteRegion } = finding;
  return {
    ...placed,
    region: cells.region(region) ?? region,
    siteRegion: cells.region(siteRegion) ?? siteRegion,
  };
}

/**
 * Lines in place of offsets. A witness starts in the function around the site: that step stands at the finding's own
 * line.
 */
export function withLines<F extends Finding>(finding: F, line: number, records: Records): F {
  const witness = finding.witness.map((step, index) =>
    index === 0 && step.file === finding.file && step.line === undefined
      ? { ...step, ...stepAt(finding.file, line, records) }
      : placedStep(step, records),
  );
  const { reachedFrom } = finding;
  if (!reachedFrom) return { ...finding, witness };
  return { ...finding, witness, reachedFrom: placedChain(reachedFrom, records) };
}

/** A chain with the lines of its steps. */
const placedChain = ({ kind, name, steps }: ReachedFrom, records: Records): ReachedFrom => ({
  kind,
  name,
  steps: steps.map((step) => placedStep(step, records)),
});

const stepAt = (file: string, line: number, records: Records): Pick<WitnessStep, 'line' | 'cell'> =>
  records.get(file)?.cells?.step(line) ?? { line };

function placedStep({ offset, ...step }: WitnessStep, records: Records): WitnessStep {
  // what is known of IPython stands in no file
  if (step.file === SHELL_FILE) return { name: step.name };
  const lines = step.file === undefined ? undefined : records.get(step.file)?.lines;
  if (offset === undefined || step.file === undefined || !lines) return step;
  return { ...step, ...stepAt(step.file, lines.position(offset).line, records) };
}
