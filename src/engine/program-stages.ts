import type { AnalysisWishes } from '../flow/analyse.ts';
import type { Analysis } from '../flow/analysis.ts';
import type { LinkInput, LinkPaths } from '../link/program.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { TargetMask } from '../model/targets.ts';
import { type FileRecord, faultMessage, linkInput, type RunLog } from './file-stages.ts';
import type { Stages } from './stages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Links and solves the whole program. */
export interface ProgramStages {
  readonly stages: Stages;
  readonly table: RaiserTable;
  readonly targets: TargetMask;
  /** Where imports look. */
  readonly paths: LinkPaths;
  readonly wishes?: AnalysisWishes;
  readonly watch: Stopwatch;
  readonly log: RunLog;
}

/**
 * The analysis of all files together. If it fails, the project is analysed without the packages it uses; if that
 * fails, each file alone: only those that fail again are lost, and the log names them.
 */
export function analysis(records: readonly FileRecord[], run: ProgramStages): Analysis {
  const files = records.map(linkInput);
  let stage = 'link';
  const analyse = (some: readonly LinkInput[]): Analysis =>
    run.stages.analyse(
      some,
      run.table,
      run.targets,
      (name, action) => {
        stage = name;
        const result = run.watch.time(name, action);
        run.watch.weigh(name);
        return result;
      },
      run.paths,
      run.wishes,
    );
  const own = files.filter((file) => !file.isDependency);
  for (const some of own.length < files.length ? [files, own] : [own]) {
    try {
      return analyse(some);
    } catch (error) {
      const next = some === own ? 'each file was analysed alone' : 'installed packages were left out';
      run.log.faults.push({ stage, message: `${faultMessage(error)}; ${next}` });
    }
  }
  const parts = own.flatMap((file) => {
    try {
      return [analyse([file])];
    } catch (error) {
      run.log.faults.push({ stage, file: file.path, message: faultMessage(error) });
      return [];
    }
  });
  return {
    table: run.table,
    targets: run.targets,
    events: parts.flatMap((part) => part.events),
    limits: parts.flatMap((part) => part.limits),
  };
}
