// pyaudit-lint as a library. What stands here is stable: it changes with a major version alone, and a test compares the
// declarations with those that are on record. What analyses loads with the first call, so that a plugin that imports
// `defineRule` costs nothing.

import type { ProgramAnalysis } from '../src/model/program-analysis.ts';
import type { AnalyzeOptions, Format, FormatOptions, LintOptions, LintReport } from './api/options.ts';

export { UsageError } from '../src/config/usage-error.ts';
export {
  defineRule,
  type EventView,
  type Heard,
  type Listeners,
  type Rule,
  type RuleContext,
  type RuleMeta,
  type RuleReport,
} from '../src/lint/rule/contract.ts';
export type { Tier } from '../src/model/catalogue.ts';
export type {
  AcceptedFinding,
  ArgumentValue,
  Confidence,
  Finding,
  Inventory,
  Level,
  Limit,
  Phase,
  Provenance,
  Region,
  Report,
  ReportedFinding,
  RunFault,
  Span,
  WitnessStep,
} from '../src/model/finding.ts';
export type { NamedRule } from '../src/model/named-rule.ts';
export type { ProgramAnalysis } from '../src/model/program-analysis.ts';
export type {
  ArgumentView,
  CalleeView,
  CallView,
  ClassView,
  FunctionView,
  ImportView,
  MemberView,
  OriginView,
  PlaceView,
  ProgramView,
  ReachedEventView,
  ReachOptions,
} from '../src/model/program-view.ts';
export { formatTargets, type TargetMask } from '../src/model/targets.ts';
export { VERSION as version } from '../src/model/version.ts';
export type {
  AnalyzeOptions,
  Format,
  FormatOptions,
  LintOptions,
  LintReport,
  Settings,
} from './api/options.ts';

const run = () => import('./api/run.ts');

/**
 * What the command `pyaudit-lint` reports for the same paths, directory and configuration. Nothing is written: a
 * baseline is compared with.
 *
 * @throws UsageError for what is asked and cannot be done, a mistake of the settings or of a rule; a line for each
 */
export async function lint(options: LintOptions = {}): Promise<LintReport> {
  return (await run()).lint(options);
}

/**
 * The analysed program, for questions of one's own: its calls with what they may run, its functions with what they
 * can raise, and the events of every place. Settings that say what is shown have no part in it.
 *
 * @throws UsageError for what is asked and cannot be done
 */
export async function analyze(options: AnalyzeOptions = {}): Promise<ProgramAnalysis> {
  return (await run()).analyze(options);
}

/** A report as text, ending in a line end, as `--format` would write it. */
export async function formatReport(
  report: LintReport,
  format: Format,
  options: FormatOptions = {},
): Promise<string> {
  return (await run()).formatReport(report, format, options);
}
