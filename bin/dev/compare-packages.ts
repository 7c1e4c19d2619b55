/**
 * `npx tsx bin/dev/compare-packages.ts PACKAGE SITE_PACKAGES`: for each public function of an installed package, the
 * events that a program which calls it is told of, against those that summaries of all functions of the packages have.
 */
import { linkInput } from '../../src/engine/file-stages.ts';
import { readFiles } from '../../src/engine/read-files.ts';
import { STAGES } from '../../src/engine/stages.ts';
import { eventsOfLeaf } from '../../src/flow/events/leaves.ts';
import { type Summarised, summariesOf } from '../../src/flow/library/summarise.ts';
import { MountedHost } from '../../src/host/archive/mounted.ts';
import { NodeHost } from '../../src/host/node.ts';
import { OverlayHost } from '../../src/host/overlay.ts';
import { link } from '../../src/link/link.ts';
import { lint } from '../../src/lint/lint.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { raiserTable } from '../analysis.ts';

const [name, folder] = process.argv.slice(2);
if (name === undefined || folder === undefined)
  throw new Error('name a package and the folder that it is in');

/** From here on a way is of low confidence. */
const LOW = 10;
const PROGRAM = 'calls.py';
const table = raiserTable();

/** A program with its packages, read and timed. */
function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const host = new OverlayHost(new MountedHost(new NodeHost()), PROGRAM, bytes);
  const dependencies = { leftOut: false, sitePackages: [folder!] };
  const input = { file: PROGRAM, bytes };
  return readFiles({ paths: [PROGRAM], targets: ALL_TARGETS, input, dependencies }, host, {});
}

function timed<T>(action: () => T): readonly [T, string] {
  const start = process.cpuUsage();
  const result = action();
  return [result, `${(process.cpuUsage(start).user / 1e6).toFixed(1)} s`];
}

const { records, paths } = read(`import ${name}\n`);
const packages = [...records.values()].filter(({ file }) => file.isDependency).map(linkInput);
const functions = packages
  .filter(({ module }) => module === name || module.startsWith(`${name}.`))
  .flatMap(({ module, facts }) =>
    facts.functions
      .filter((one) => one.kind === 'function' && /^[a-z]\w*$/i.test(one.qualifiedName))
      .map((one) => `${module}.${one.qualifiedName}`),
  );
const [{ summaries }, summaryTime] = timed(
  (): Summarised => summariesOf(link(packages, paths), table, ALL_TARGETS, 'packages'),
);
const calls = functions.map((dotted, index) => {
  const dot = dotted.lastIndexOf('.');
  return `from ${dotted.slice(0, dot)} import ${dotted.slice(dot + 1)} as f${index}\ndef g${index}(*a, **k): return f${index}(*a, **k)\n`;
});
const program = read([`import ${name}\n`, ...calls].join(''));
const [analysis, analysisTime] = timed(() =>
  STAGES.analyse(
    [...program.records.values()].map(linkInput),
    table,
    ALL_TARGETS,
    (_, action) => action(),
    program.paths,
  ),
);

const told = new Map<string, Map<string, boolean>>();
for (const { kind, enclosing, event, confidence } of lint(analysis)) {
  if (kind !== 'event' || enclosing === '') continue;
  const events = told.get(enclosing) ?? new Map<string, boolean>();
  events.set(event, confidence === 'low');
  told.set(enclosing, events);
}
const count = { both: 0, analysis: 0, analysisLow: 0, summaries: 0, summariesLow: 0 };
for (const [index, dotted] of functions.entries()) {
  const events = told.get(`g${index}`) ?? new Map<string, boolean>();
  const costs = new Map<string, number>();
  for (const { leaf, cost } of summaries.get(dotted) ?? []) {
    for (const { event } of eventsOfLeaf(table, leaf)) {
      const known = 'id' in event ? table.rules[event.id]!.event : event.custom;
      costs.set(known, Math.min(costs.get(known) ?? cost, cost));
    }
  }
  for (const [event, isLow] of events) {
    if (costs.has(event)) count.both++;
    else if (isLow) count.analysisLow++;
    else count.analysis++;
  }
  for (const [event, cost] of costs) {
    if (events.has(event)) continue;
    if (cost >= LOW) count.summariesLow++;
    else count.summaries++;
  }
}
console.log(`${name}: ${functions.length} functions, ${packages.length} modules
  (function, event) of both         ${count.both}
  of the analysis alone             ${count.analysis}, and ${count.analysisLow} of low confidence
  of the summaries alone            ${count.summaries}, and ${count.summariesLow} of low confidence
  analysis ${analysisTime}, summaries ${summaryTime}`);
