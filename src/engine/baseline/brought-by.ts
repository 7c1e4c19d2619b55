import type { Baseline } from '../../filter/baseline/baseline.ts';
import { reaches } from '../../filter/judge.ts';
import type { ReportedFinding } from '../../model/finding.ts';
import type { FileRecord } from '../file-stages.ts';
import type { ComparedRun } from './compared-run.ts';
import { isOwn, stateOf } from './states.ts';

/** Gives each file's state, read once. */
function stateReader({ records, host }: ComparedRun): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (file) => {
    const record = records.get(file);
    if (record && !known.has(file)) known.set(file, stateOf(record, host));
    return known.get(file);
  };
}

/**
 * Tells findings that changed code brought from those that a changed tool brought: where the version or the data is
 * not the baseline's, and every file of the project on the way from the place to the raiser holds what it held when
 * the baseline was written. What comes through an installed package is the code's, since packages are not recorded.
 * Errs towards the tool where a file that is not on the way decides what a call reaches.
 */
export function withOrigin(
  findings: readonly ReportedFinding[],
  { version, data, states }: Baseline,
  run: ComparedRun,
): ReportedFinding[] {
  const isSameTool = version === run.tool.version && data === run.tool.data;
  const recorded = new Set(states.map(({ hash }) => hash));
  const stateIn = stateReader(run);
  const isOwnFile = (file: string): boolean => {
    const record: FileRecord | undefined = run.records.get(file);
    return record !== undefined && isOwn(record);
  };
  const isUnchanged = (file: string): boolean => recorded.has(stateIn(file) ?? '');
  return findings.map((finding): ReportedFinding => {
    const { file, witness, provenance, level } = finding;
    if (isSameTool || provenance === 'dependency' || !run.records.has(file))
      return { ...finding, broughtBy: 'code' };
    const way = new Set([file, ...witness.flatMap((step) => step.file ?? [])]);
    if (![...way].filter(isOwnFile).every(isUnchanged)) return { ...finding, broughtBy: 'code' };
    return { ...finding, broughtBy: 'data', level: reaches(level, 'note') ? 'note' : level };
  });
}
