import type { Scope } from '../config/settings.ts';
import type { Discovery } from '../discover/source-file.ts';
import type { Analysis, AnalysisLimit } from '../flow/analysis.ts';
import { byCodeUnits, type Host } from '../host/host.ts';
import { unnamedEvents } from '../lint/lint.ts';
import { LIMIT_KINDS, type Limit } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { FileRecord, RunLog } from './file-stages.ts';
import { limitRegion } from './places.ts';
import { analysis } from './program-stages.ts';
import { type RunIo, readFiles } from './read-files.ts';
import { STAGES } from './stages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A program with all that was found of it, before anything is judged. */
export interface SolvedProgram {
  readonly found: Discovery;
  readonly records: ReadonlyMap<string, FileRecord>;
  readonly watch: Stopwatch;
  readonly log: RunLog;
  readonly result: Analysis;
}

/**
 * Reads the files and solves the program they make; limits and faults are in the log.
 *
 * @throws UsageError if none of the paths named can be analysed.
 */
export function solvedProgram(
  settings: Scope,
  host: Host,
  table: RaiserTable,
  io: RunIo & { readonly wantsProgram: boolean },
): SolvedProgram {
  const { found, records, paths, watch, log } = readFiles(settings, host, io);
  const { targets, entries } = found;
  const wishes = { calls: io.calls !== undefined, entries, program: io.wantsProgram };
  const stages = io.stages ?? STAGES;
  const result = analysis([...records.values()], { stages, table, targets, paths, wishes, watch, log });
  log.limits.push(...limitsOf(result, records));
  return { found, records, watch, log, result };
}

/** Limits of the analysis with lines in place of offsets. */
function limitsOf(result: Analysis, records: ReadonlyMap<string, FileRecord>): Limit[] {
  return [...result.limits, ...unnamedEvents(result)].map((limit: AnalysisLimit): Limit => {
    const { kind, file, reason, message, count } = limit;
    const region = limitRegion(limit, records);
    return {
      kind,
      file,
      ...(region ? { region } : {}),
      reason,
      message,
      ...(count === undefined ? {} : { count }),
    };
  });
}

/** Limits in the order of every report: file, place, kind. */
export const byLimitPlace = (a: Limit, b: Limit): number =>
  byCodeUnits(a.file, b.file) ||
  (a.region?.cell ?? 0) - (b.region?.cell ?? 0) ||
  (a.region?.line ?? 0) - (b.region?.line ?? 0) ||
  (a.region?.column ?? 0) - (b.region?.column ?? 0) ||
  LIMIT_KINDS.indexOf(a.kind) - LIMIT_KINDS.indexOf(b.kind) ||
  byCodeUnits(a.message, b.message);
