import type { Format } from '../../src/config/formats.ts';
import type { Rule } from '../../src/lint/rule/contract.ts';
import type { Level, Report } from '../../src/model/finding.ts';
import type { NamedRule } from '../../src/model/named-rule.ts';
import type { Settings } from './generated/settings.ts';

/** What is analysed. */
export interface AnalyzeOptions {
  /** Files and folders; the directory itself if absent. */
  readonly paths?: readonly string[];
  /** What paths are seen from, and where the configuration file is looked for; the process's own if absent. */
  readonly directory?: string;
  /** A configuration file in place of the one that is found; `false`: none. */
  readonly configuration?: string | false;
  /** Settings, by the keys of the configuration file; they are stronger than the file. */
  readonly settings?: Settings;
}

/** What is analysed, and what is looked for. */
export interface LintOptions extends AnalyzeOptions {
  /** Rules beyond the tool's own. */
  readonly rules?: readonly Rule[];
  /** JavaScript modules with such rules; their code runs. */
  readonly plugins?: readonly string[];
}

/** A report, with what formats need to say it. */
export interface LintReport extends Report {
  /** All rules that ran or could have run, for texts and links. */
  readonly rules: readonly NamedRule[];
  /** The level from which a finding makes the run fail. */
  readonly failOn: Level;
  /** What tells its results from those for other targets. */
  readonly category?: string;
  /** What the command line would end with: 0 clean, 1 findings at `failOn` or above, 2 part of the run failed. */
  readonly exitCode: 0 | 1 | 2;
}

/** How a report is written. */
export interface FormatOptions {
  /** ANSI colours, of the formats for people; without saying, none. */
  readonly color?: boolean;
  /** Columns to fit lines into; 100 if absent. */
  readonly width?: number;
}

export type { Format, Settings };
