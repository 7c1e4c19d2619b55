import { configuredRaisers } from '../config/configuration.ts';
import type { CallGraphSettings } from '../config/settings.ts';
import type { Limit } from '../model/finding.ts';
import { callGraphText } from '../report/call-graph.ts';
import { neutralise } from '../report/neutralise.ts';
import { counted } from '../report/style.ts';
import type { CommandLine } from './arguments.ts';
import { Figures } from './figures.ts';
import type { CliIo, Composition } from './io.ts';
import { writeOutput } from './outputs.ts';
import { progressOn } from './progress.ts';
import { readOptions, scopeOf } from './settings.ts';

const TROUBLE = 2;

/** Prints the call graph of the paths. Gives 2 for a fault of ours, else 0: a graph is no verdict. */
export async function callGraph(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const table = await parts.table(undefined, configuredRaisers(line, await parts.host()));
  const options = readOptions(line, await parts.host(), table);
  const { newer, ...scope } = scopeOf(line.words.length > 0 ? line.words : ['.'], options, io.env);
  const settings: CallGraphSettings = { ...scope, minConfidence: options.get('edge-confidence') };
  const progress = await progressOn(io, parts.now);
  const figures = new Figures(options.get('timing'));
  const report = await parts
    .callGraph(settings, table, { progress: progress.step, ...figures.io })
    .finally(() => progress.stop());
  for (const output of options.get('graph-output')) {
    await writeOutput(io, 'the call graph', output.path, callGraphText(report.graph, output.format));
  }
  io.stdout.write(callGraphText(report.graph, options.get('graph-format')));
  for (const version of newer) io.stderr.write(`pyaudit-lint: CPython ${version} is newer than the data\n`);
  for (const note of [
    ...leftOut(report.limits),
    ...report.faults.map(({ stage, message }) => `${stage}: ${message}`),
  ])
    io.stderr.write(`pyaudit-lint: ${neutralise(note)}\n`);
  figures.print(io);
  return report.faults.length > 0 ? TROUBLE : 0;
}

/** Files of which the graph knows nothing or not all. */
function leftOut(limits: readonly Limit[]): string[] {
  const empty = limits.filter(({ kind }) => kind === 'no-python');
  const unread = limits.filter(({ kind }) => kind !== 'target-version' && kind !== 'no-python');
  const files = new Set(unread.map(({ file }) => file));
  const told = empty.map(({ file, message }) => `${file}: ${message}`);
  if (files.size === 0) return told;
  return [
    ...told,
    `${counted(files.size, 'file')} could not be read or not as a whole; \`pyaudit-lint check\` says why`,
  ];
}
