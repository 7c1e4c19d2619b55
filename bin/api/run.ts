import { gzipSync } from 'node:zlib';
import { categoryOf, checkSettings, newerLimit, wantedRules } from '../../src/cli/check-settings.ts';
import { readOptions } from '../../src/cli/settings.ts';
import { configuredRaisers } from '../../src/config/configuration.ts';
import { UsageError } from '../../src/config/usage-error.ts';
import { programOf } from '../../src/engine/query.ts';
import { exitCode } from '../../src/filter/exit-code.ts';
import type { Rule } from '../../src/lint/rule/contract.ts';
import type { ProgramAnalysis } from '../../src/model/program-analysis.ts';
import { loadReporter } from '../../src/report/formats.ts';
import { analysePaths, configured, hostFor, raiserTable, ruleSet } from '../analysis.ts';
import type { AnalyzeOptions, Format, FormatOptions, LintOptions, LintReport } from './options.ts';

/** All that a run is asked, the configuration file's part included. */
function request(
  { paths = [], directory, configuration, settings = {} }: AnalyzeOptions,
  rules: readonly Rule[],
) {
  if (paths.includes('-'))
    throw new UsageError('paths: standard input (-) is for the command line; name files');
  const host = hostFor({}, directory);
  const flags = new Map<string, readonly string[]>();
  if (configuration === false) flags.set('isolated', []);
  else if (configuration !== undefined) flags.set('config', [configuration]);
  const line = { command: 'check', words: paths, flags } as const;
  const table = raiserTable(rules, configuredRaisers(line, host, settings));
  const options = readOptions(line, host, table, settings);
  return { host, table, options, ...checkSettings(paths, undefined, options, process.env) };
}

export async function lint({ rules: given = [], plugins = [], ...rest }: LintOptions): Promise<LintReport> {
  const rules = await ruleSet(plugins, given);
  const { host, table, options, settings, newer } = request(rest, rules);
  const wanted = wantedRules(rules, settings);
  const running = (await configured(rules, options.get('rule-options'))).filter(({ rule }) =>
    wanted.includes(rule),
  );
  const report = await analysePaths(settings, host, table, { rules: running });
  const category = categoryOf(options);
  return {
    ...report,
    limits: [...newer.map(newerLimit), ...report.limits],
    rules: table.named,
    failOn: settings.failOn,
    ...(category === undefined ? {} : { category }),
    exitCode: exitCode(report, settings),
  };
}

export async function analyze(options: AnalyzeOptions): Promise<ProgramAnalysis> {
  const { host, table, settings, newer } = request(options, await ruleSet([]));
  const analysis = await programOf(settings, host, table);
  return { ...analysis, limits: [...newer.map(newerLimit), ...analysis.limits] };
}

export async function formatReport(
  report: LintReport,
  format: Format,
  { color = false, width }: FormatOptions,
): Promise<string> {
  const { rules, failOn, category } = report;
  const { text } = (await loadReporter(format))(report, {
    rules,
    color,
    failOn,
    ...(category === undefined ? {} : { category }),
    ...(width === undefined ? {} : { width }),
    gzipSize: (whole) => gzipSync(whole).length,
  });
  return text;
}
