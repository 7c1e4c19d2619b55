import type { Provenance } from '../../model/finding.ts';
import type { TargetMask } from '../../model/targets.ts';

/** The number in a baseline's first line; a change that breaks readers raises it. */
export const FORMAT = 1;

/** Findings that are accepted, alike by fingerprint and file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  /** Relative to the baseline's folder, with `/` between the names. */
  readonly file: string;
  readonly event: string;
  /** Qualified name of the function around; empty in the module body. */
  readonly enclosing: string;
  readonly provenance: Provenance;
  readonly count: number;
  /** Line of the baseline it stands on, from 1; 0 if it is in none yet. */
  readonly line: number;
}

/** What a file held when the baseline said all there was to say of it. */
export interface FileState {
  readonly file: string;
  readonly hash: string;
}

/** The findings a project accepts, and what they were found with. */
export interface Baseline {
  readonly version: string;
  /** What the tool's analysis and its data were made of (`DATA`). */
  readonly data: string;
  readonly targets: TargetMask;
  readonly entries: readonly BaselineEntry[];
  readonly states: readonly FileState[];
}
