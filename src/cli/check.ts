import { configuredRaisers } from '../config/configuration.ts';
import type { Format } from '../config/formats.ts';
import type { FileOutput } from '../config/kinds/outputs.ts';
import { nearest } from '../config/nearest.ts';
import { COMMANDS } from '../config/options/option.ts';
import type { ResolvedOptions } from '../config/resolve.ts';
import type { StandardInput } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { exitCode, skippedFiles } from '../filter/exit-code.ts';
import type { ConfiguredRule } from '../lint/rule/run.ts';
import type { Report } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { loadReporter, showsSource } from '../report/formats.ts';
import { neutralise } from '../report/neutralise.ts';
import type { ReportContext } from '../report/reporter.ts';
import { counted } from '../report/style.ts';
import { writeBaseline, writeComments } from './accepted.ts';
import type { CommandLine } from './arguments.ts';
import { type CheckSettings, categoryOf, checkSettings, newerLimit, wantedRules } from './check-settings.ts';
import { Figures } from './figures.ts';
import { standardInput } from './input.ts';
import { type CliIo, type Composition, wantsColor } from './io.ts';
import { writeOutput } from './outputs.ts';
import { foreignNotice, rulesOf } from './plugin-rules.ts';
import { progressOn } from './progress.ts';
import { readOptions } from './settings.ts';
import { showFiles, showSettings } from './show.ts';

interface CheckRequest extends CheckSettings {
  readonly format: Format;
  readonly outputs: readonly FileOutput<Format>[];
  readonly category?: string;
}

function checkRequest(
  line: CommandLine,
  input: StandardInput | undefined,
  options: ResolvedOptions,
  env: CliIo['env'],
): CheckRequest {
  const category = categoryOf(options);
  return {
    ...checkSettings(line.words, input, options, env),
    format: options.get('format'),
    outputs: options.get('output'),
    ...(category === undefined ? {} : { category }),
  };
}

/** `pyaudit-lint explian` is taken for a path; the message should tell of the command too. */
function withCommandHint(error: UsageError, [first]: readonly string[]): UsageError {
  const command = first === undefined || /[./]/.test(first) ? undefined : nearest(first, COMMANDS);
  return command ? new UsageError(`${error.message}, or use the command \`${command}\``) : error;
}

async function analysed(
  { settings, newer, format, outputs }: CheckRequest,
  table: RaiserTable,
  rules: readonly ConfiguredRule[],
  figures: Figures,
  io: CliIo,
  parts: Composition,
): Promise<Report> {
  const progress = await progressOn(io, parts.now);
  try {
    const excerpts = [format, ...outputs.map((output) => output.format)].some(showsSource);
    const runIo = { progress: progress.step, excerpts, rules, ...figures.io };
    const report = await parts.analyse(settings, table, runIo);
    return { ...report, limits: [...newer.map(newerLimit), ...report.limits] };
  } catch (error) {
    throw error instanceof UsageError ? withCommandHint(error, settings.paths) : error;
  } finally {
    progress.stop();
  }
}

async function writeReports(
  report: Report,
  { settings: { failOn, preset }, format, outputs, category }: CheckRequest,
  table: RaiserTable,
  io: CliIo,
  parts: Composition,
): Promise<void> {
  const context: ReportContext = {
    rules: table.named,
    color: false,
    failOn,
    // who compares wants to know what is new
    isInventoryFolded: report.baseline !== undefined && preset !== 'inventory',
    ...(category === undefined ? {} : { category }),
    gzipSize: parts.gzipSize,
  };
  const notices = new Set<string>();
  const render = async (as: Format, terminal: Pick<ReportContext, 'color' | 'width'>) => {
    const rendered = (await loadReporter(as))(report, { ...context, ...terminal });
    for (const notice of rendered.notices) notices.add(notice);
    return rendered.pieces ?? [rendered.text];
  };
  for (const output of outputs) {
    const pieces = await render(output.format, { color: false });
    await writeOutput(io, `the ${output.format} report`, output.path, pieces);
  }
  // a pipe and a file get the same lines on every machine
  const width = io.stdout.isTTY ? { width: io.columns } : {};
  for (const piece of await render(format, { color: wantsColor(io, io.stdout), ...width }))
    io.stdout.write(piece);
  for (const notice of notices) io.stderr.write(`pyaudit-lint: ${notice}\n`);
}

const passedOverText = (file: string): string =>
  `${file} has settings that are passed over, because pyaudit-lint.toml stands beside it; keep one of the two`;

/** Analyses the paths, writes every report asked for, and gives the exit code. */
export async function check(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const rules = await rulesOf(line, parts);
  const table = await parts.table(rules, configuredRaisers(line, await parts.host()));
  const options = readOptions(line, await parts.host(), table);
  if (options.get('show-settings')) return showSettings(options, line.words, await parts.host(), io);
  const input = await standardInput(line, options, io);
  const request = checkRequest(line, input, options, io.env);
  if (options.get('show-files')) return showFiles(await parts.discover(request.settings), io);
  const { passedOver } = options.configuration;
  if (passedOver) io.stderr.write(`pyaudit-lint: ${neutralise(passedOverText(passedOver))}\n`);
  const foreign = foreignNotice(options, table.named);
  if (foreign !== undefined) io.stderr.write(`pyaudit-lint: ${neutralise(foreign)}\n`);
  const figures = new Figures(options.get('timing'));
  const wanted = wantedRules(rules, request.settings);
  const configured = await parts.configured(rules, options.get('rule-options'));
  const running = configured.filter(({ rule }) => wanted.includes(rule));
  const report = await analysed(request, table, running, figures, io, parts);
  if (report.baseline) await writeBaseline(report.baseline, request.settings.baseline, io);
  if (report.edits) await writeComments(report.edits, io);
  else await writeReports(report, request, table, io, parts);
  for (const { stage, file, message } of report.faults) {
    const where = file === undefined ? stage : `${stage}, ${file}`;
    io.stderr.write(`pyaudit-lint: ${neutralise(`${where}: ${message}`)}\n`);
  }
  figures.print(io);
  const skipped = request.settings.failOnSkipped ? skippedFiles(report) : 0;
  if (skipped > 0)
    io.stderr.write(
      `pyaudit-lint: ${counted(skipped, 'file')} could not be read or does not parse, and --fail-on-skipped is on; the limits in the report name them\n`,
    );
  // what has a comment by now is no failure
  return exitCode(report, report.edits ? { failOn: 'none' } : request.settings);
}
