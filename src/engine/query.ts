import type { Scope } from '../config/settings.ts';
import type { Host } from '../host/host.ts';
import { lint } from '../lint/lint.ts';
import type { ProgramAnalysis } from '../model/program-analysis.ts';
import type { PlaceView } from '../model/program-view.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { isWritten, regionOf, withLines } from './places.ts';
import type { RunIo } from './read-files.ts';
import { byLimitPlace, solvedProgram } from './solved-program.ts';

/**
 * Analyses the paths and judges nothing.
 *
 * @throws UsageError if none of the paths named can be analysed; Error where the program cannot be solved as a whole
 */
export async function programOf(
  settings: Scope,
  host: Host,
  table: RaiserTable,
  io: RunIo = {},
): Promise<ProgramAnalysis> {
  const { records, log, result } = solvedProgram(settings, host, table, { ...io, wantsProgram: true });
  const { program } = result;
  if (!program)
    throw new Error(log.faults.map(({ stage, message }) => `${stage} failed: ${message}`).join('\n'));
  const region = ({ file, at }: Pick<PlaceView, 'file' | 'at'>) => regionOf(file, at, records);
  const events = lint(result)
    .filter((finding) => finding.kind === 'event' && isWritten(finding, records))
    .map((finding) => withLines(finding, region(finding)?.line ?? 1, records));
  return { program, events, limits: log.limits.sort(byLimitPlace), faults: log.faults, region };
}
