import { TextPool } from '../facts/identifiers.ts';
import type { FileFacts } from '../facts/ir.ts';
import { lower } from '../facts/lower.ts';
import { type AnalysisWishes, analyse } from '../flow/analyse.ts';
import type { Analysis } from '../flow/analysis.ts';
import { link } from '../link/link.ts';
import type { LinkInput, LinkPaths } from '../link/program.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { TargetMask } from '../model/targets.ts';
import { type Parsed, parse } from '../parse/parse.ts';

/** Books the time of an action on a stage. */
export type Clock = <T>(stage: 'link' | 'flow', action: () => T) => T;

/** The stages that know Python, as the engine runs them; a test puts failing ones in their place. */
export interface Stages {
  readonly parse: (text: string) => Parsed;
  readonly lower: (parsed: Parsed, pool?: TextPool) => FileFacts;
  readonly analyse: (
    files: readonly LinkInput[],
    table: RaiserTable,
    targets: TargetMask,
    clock: Clock,
    paths?: LinkPaths,
    wishes?: AnalysisWishes,
  ) => Analysis;
}

/** The stages for the files of one run, whose names are kept in memory once. */
export function sharingNames(stages: Stages): Stages {
  const pool = new TextPool();
  return { ...stages, lower: (parsed) => stages.lower(parsed, pool) };
}

export const STAGES: Stages = {
  parse,
  lower,
  analyse: (files, table, targets, clock, paths, wishes) => {
    const program = clock('link', () => link(files, paths));
    return clock('flow', () => analyse(program, table, targets, wishes));
  },
};
