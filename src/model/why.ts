import type { Confidence, CostPart, Finding, Limit, Region } from './finding.ts';

/** A finding with all that is known of how it comes about; lines in place of offsets. */
export interface ExplainedFinding {
  readonly finding: Finding;
  readonly region: Region;
  /** Of the cheapest way; none: certain. */
  readonly costs: readonly CostPart[];
  /** The best grade the event may have. */
  readonly ceiling?: 'medium' | 'low';
}

/** A call, and what came of it. */
export interface ExplainedCall {
  readonly region: Region;
  /** Where the callee's last name begins. */
  readonly at: { readonly line: number; readonly column: number };
  /** Its text, at most one line. */
  readonly text: string;
  /** Names of what it may call. */
  readonly callees: readonly string[];
  /** Why it has no callee, or none that is sure. */
  readonly reason?: string;
  /** What it calls is code outside the project, which is not looked into. */
  readonly outside: boolean;
}

/** What there is to say about a line. */
export interface Why {
  readonly file: string;
  readonly line: number;
  /** The line's text. */
  readonly text: string;
  /** The function around it; empty where the line has no code. */
  readonly enclosing: string;
  /** Where the event was named, those of that event. */
  readonly findings: readonly ExplainedFinding[];
  /** Findings of the line that were not asked for. */
  readonly others: readonly string[];
  /** The findings of the file that are nearest to the line, where it has none. */
  readonly nearest: readonly {
    readonly line: number;
    readonly event: string;
    readonly confidence: Confidence;
  }[];
  readonly calls: readonly ExplainedCall[];
  /** Of this file. */
  readonly limits: readonly Limit[];
  /** Files that were analysed with it, and below which paths. */
  readonly analysed: { readonly files: number; readonly paths: readonly string[] };
}
