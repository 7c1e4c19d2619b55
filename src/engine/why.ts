import type { WhySettings } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { projectAround } from '../discover/project.ts';
import { analysisOf, solve } from '../flow/analyse.ts';
import type { Analysis, RaisedEvent } from '../flow/analysis.ts';
import { callsIn } from '../flow/graph/calls-in.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { shown } from '../host/paths.ts';
import { link } from '../link/link.ts';
import { byPlace, lint } from '../lint/lint.ts';
import { checkSelectors, selectorTest } from '../lint/select.ts';
import type { Finding, RunFault } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { Source } from '../model/source.ts';
import type { ExplainedFinding, Why } from '../model/why.ts';
import { type FileRecord, linkInput } from './file-stages.ts';
import { furtherFindings } from './linted.ts';
import { withLines } from './places.ts';
import { type RunIo, readFiles } from './read-files.ts';
import { readSource } from './read-source.ts';

/** As many findings elsewhere in the file are named, where the line has none. */
const NEAREST = 5;

/**
 * All that is known about a line: its findings of every confidence, or else what its calls lead to. The project
 * around the file is analysed with it, unless other paths are given.
 *
 * @throws UsageError for a file that is not analysed, a line that it does not have, an event that does not exist.
 */
export async function explainLine(
  settings: WhySettings,
  host: Host,
  table: RaiserTable,
  io: RunIo = {},
): Promise<Why> {
  const real = namedFile(host, settings.file);
  for (const path of settings.paths) mustExist(host, path);
  const around = settings.paths.length > 0 ? settings.paths : projectAround(host, real);
  const read = readFiles({ ...settings, paths: [...around, settings.file] }, host, io);
  const record = [...read.records.values()].find(({ file }) => file.real === real);
  if (!record) {
    const [limit] = read.log.limits.filter(({ file }) => file === shown(host.directory, real));
    const message = limit?.message.replace(`${limit.file}: `, '');
    throw new UsageError(`${settings.file} is not analysed${message ? `: ${message}` : ''}`);
  }
  if (record.cells)
    throw new UsageError(
      `${settings.file} is a notebook, and its lines count by cell; \`check --format full\` shows the way to each of its findings`,
    );
  const source = sourceOf(host, record, settings);
  const flow = solve(link([...read.records.values()].map(linkInput), read.paths), table);
  const { rules = [] } = io;
  const { targets, entries } = read.found;
  const analysis = analysisOf(flow, targets, { entries, program: rules.length > 0 });
  const log = { limits: [], faults: [] };
  const further = furtherFindings(analysis, rules.length > 0 ? lint(analysis) : [], rules, log);
  const [fault]: readonly RunFault[] = log.faults;
  if (fault) throw new UsageError(`${fault.stage}${fault.file ? `, ${fault.file}` : ''}: ${fault.message}`);
  const explained = explainedFindings(analysis, further, read.records, record);
  const here = explained.filter(({ region }) => region.line === settings.line);
  const asked = settings.event === undefined ? () => true : selectorTest([settings.event]);
  const findings = here.filter(({ finding }) => asked(finding));
  if (findings.length === 0 && settings.event !== undefined) checkSelectors([settings.event], table.named);
  const distance = ({ region }: ExplainedFinding) => Math.abs(region.line - settings.line);
  const { file } = record;
  return {
    file: file.path,
    line: settings.line,
    text: source.line(settings.line),
    enclosing: enclosingAt(record, source, settings.line),
    findings,
    others: here.filter((one) => !findings.includes(one)).map(({ finding }) => finding.event),
    nearest: explained
      .filter(({ finding }) => asked(finding))
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, here.length > 0 ? 0 : NEAREST)
      .sort((a, b) => byPlace(a.finding, b.finding))
      .map(({ finding, region }) => ({
        line: region.line,
        event: finding.event,
        confidence: finding.confidence,
      })),
    calls: callsIn(flow, file.path)
      .map(({ from, to, at, ...call }) => ({
        ...call,
        region: source.region({ from, to }),
        at: source.position(at),
        text: source.text.slice(from, to).split('\n', 1)[0]!,
      }))
      .filter(({ region }) => region.line <= settings.line && settings.line <= region.endLine),
    limits: read.log.limits.filter((limit) => limit.file === file.path),
    analysed: {
      files: [...read.records.values()].filter(({ file }) => !file.isDependency).length,
      paths: around.map((path) => shown(host.directory, path) || '.'),
    },
  };
}

function namedFile(host: Host, given: string): string {
  const found = attempt(() => {
    const path = host.absolute(given);
    if (host.stat(path).kind === 'directory') throw new UsageError(`${given} is a folder; name a file`);
    return host.realPath(path);
  });
  if (!(found instanceof HostError)) return found;
  throw notThere(given, found);
}

/** Refuses paths given with `--with` that are not there: an answer without them would mislead. */
function mustExist(host: Host, given: string): void {
  const found = attempt(() => host.stat(host.absolute(given)));
  if (found instanceof HostError) throw notThere(given, found);
}

const notThere = (given: string, { message, path }: HostError): UsageError =>
  new UsageError(`${given}: ${message.slice(path.length + 2)}; check the spelling and the current directory`);

function sourceOf(host: Host, record: FileRecord, { file, line }: WhySettings): Source {
  const read = readSource(host, record.file);
  if ('limit' in read) throw new UsageError(`${file} changed while the analysis ran; run again`);
  const source = new Source(record.file.path, read.text);
  // the end of the last line begins no line of its own
  const count = source.lineCount - (/[\r\n]$/.test(read.text) ? 1 : 0);
  if (line > count || line < 1) {
    throw new UsageError(
      `${file} has ${count === 1 ? '1 line' : `${count} lines`}; there is no line ${line}`,
    );
  }
  return source;
}

function explainedFindings(
  analysis: Analysis,
  further: readonly Finding[],
  records: ReadonlyMap<string, FileRecord>,
  { file, lines }: FileRecord,
): ExplainedFinding[] {
  const explained = (finding: Finding, raised?: RaisedEvent): ExplainedFinding => {
    const region = lines.region(finding.at);
    return {
      finding: withLines(finding, region.line, records),
      region,
      costs: raised?.costs ?? [],
      ...(raised?.ceiling ? { ceiling: raised.ceiling } : {}),
    };
  };
  const events = analysis.events
    .filter((raised) => raised.file === file.path)
    .flatMap((raised) =>
      lint({ ...analysis, events: [raised], limits: [] }).map((finding) => explained(finding, raised)),
    );
  const limits = analysis.limits.filter((limit) => limit.file === file.path);
  const told = [
    ...lint({ ...analysis, events: [], limits }),
    ...further.filter((finding) => finding.file === file.path),
  ];
  return [...events, ...told.map((finding) => explained(finding))].sort((a, b) =>
    byPlace(a.finding, b.finding),
  );
}

/** The innermost function whose ops stand on the line. */
function enclosingAt({ file, facts }: FileRecord, source: Source, line: number): string {
  let found: { readonly name: string; readonly size: number } | undefined;
  for (const fn of facts.functions) {
    for (let op = fn.start; op < fn.end; op++) {
      if (facts.to[op]! <= facts.from[op]! || source.position(facts.from[op]!).line !== line) continue;
      const size = fn.end - fn.start;
      if (!found || fn.kind !== 'module') found = { name: fn.qualifiedName, size };
      break;
    }
  }
  if (!found) return '';
  return found.name === '' ? file.module : `${file.module}.${found.name}`;
}
