import type { Finding, Limit, Region, RunFault } from './finding.ts';
import type { PlaceView, ProgramView } from './program-view.ts';

/** A program that is analysed, for questions of one's own. */
export interface ProgramAnalysis {
  /** Calls with what they may run, imports, functions, classes. */
  readonly program: ProgramView;
  /** Every event of every place, whatever the settings would show, in order of file and place. */
  readonly events: readonly Finding[];
  /** What could not be seen. */
  readonly limits: readonly Limit[];
  /** Parts of the analysis that failed; the rest went on. */
  readonly faults: readonly RunFault[];
  /** Lines and columns, from 1, of a place or a finding; undefined for a file that was not analysed. */
  region(place: Pick<PlaceView, 'file' | 'at'>): Region | undefined;
}
