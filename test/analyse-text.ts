import type { RaiserTable } from '../src/model/raiser-table.ts';
import type { TargetMask } from '../src/model/targets.ts';

export interface ReportedEvent {
  readonly event: string;
  readonly line: number;
}

/** Analyses one program: each finding's event and 1-based line. Undefined until the pipeline stands. */
export const analyseText:
  | ((text: string, table: RaiserTable, targets: TargetMask) => readonly ReportedEvent[])
  | undefined = undefined;
