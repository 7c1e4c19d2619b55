import { unreachable } from '../model/brand.ts';
import type { ConstantOrUnknown } from '../model/constant.ts';
import type {
  AcceptedFinding,
  ArgumentValue,
  BaselineReport,
  Limit,
  Report,
  ReportedFinding,
  WitnessStep,
} from '../model/finding.ts';
import { formatTargets } from '../model/targets.ts';
import { jsonPieces } from './json-pieces.ts';
import { neutraliseJson } from './neutralise.ts';
import { pythonText } from './python-text.ts';
import { inPieces, type Reporter } from './reporter.ts';

/** The number in the report's `schema`; a change that breaks readers raises it. */
const SCHEMA = 1;

/** JSON's own value where there is one with the same meaning, else `{repr}` with Python's spelling. */
function constantJson(constant: ConstantOrUnknown): unknown {
  switch (constant.kind) {
    case 'none':
      return null;
    case 'bool':
    case 'str':
      return constant.value;
    case 'int':
      return typeof constant.value === 'number' ? constant.value : { repr: pythonText(constant) };
    case 'float':
      return Number.isFinite(constant.value) ? constant.value : { repr: pythonText(constant) };
    case 'tuple':
      return constant.items.map(constantJson);
    case 'bytes':
    case 'complex':
    case 'ellipsis':
      return { repr: pythonText(constant) };
    case 'unknown':
      return { unknown: 'not a constant' };
    default:
      return unreachable(constant);
  }
}

function argumentJson(argument: ArgumentValue): unknown {
  switch (argument.kind) {
    case 'value':
      return { value: constantJson(argument.value) };
    case 'unknown':
      return { unknown: argument.reason };
    case 'redacted':
      return { redacted: true };
    default:
      return unreachable(argument);
  }
}

/** An event's arguments as the contract has them; `properties.arguments` in SARIF is the same. */
export const argumentsJson = (finding: ReportedFinding): Record<string, unknown> =>
  Object.fromEntries(finding.arguments.map(([name, argument]) => [name, argumentJson(argument)]));

const stepJson = ({ name, file, cell, line }: WitnessStep): unknown => ({ name, file, cell, line });

function findingJson(finding: ReportedFinding): object {
  const { cell, line, column, endLine, endColumn } = finding.region;
  return {
    kind: finding.kind,
    file: finding.file,
    cell,
    line,
    column,
    endLine,
    endColumn,
    site: { line: finding.siteRegion.line, endLine: finding.siteRegion.endLine },
    event: finding.event,
    code: finding.code,
    level: finding.level,
    tier: finding.tier,
    confidence: finding.confidence,
    provenance: finding.provenance,
    phases: finding.phases,
    targets: formatTargets(finding.targets),
    arguments: argumentsJson(finding),
    witness: finding.witness.map(stepJson),
    reachedFrom: finding.reachedFrom && {
      ...finding.reachedFrom,
      steps: finding.reachedFrom.steps.map(stepJson),
    },
    along: finding.along,
    fingerprint: finding.fingerprint,
    message: finding.message,
    broughtBy: finding.broughtBy,
  };
}

const acceptedJson = (finding: AcceptedFinding): object => ({
  ...findingJson(finding),
  acceptance: finding.acceptance,
});

const baselineJson = ({ name, accepted, stale, broughtByData }: BaselineReport): unknown => ({
  name,
  accepted,
  stale,
  broughtByData,
});

const limitJson = ({ kind, file, region, reason, message, count }: Limit): object => ({
  kind,
  file: file === '' ? undefined : file,
  cell: region?.cell,
  line: region?.line,
  column: region?.column,
  reason,
  message,
  count,
});

/** What is said before the findings, by name. */
function head(report: Report): object {
  const { tool, inventory, files, baseline } = report;
  return {
    schema: SCHEMA,
    tool,
    targets: formatTargets(report.targets),
    files: {
      analysed: files.analysed,
      skipped: files.skipped,
      excluded: files.excluded && Object.fromEntries(files.excluded),
      unheardComments: files.unheardComments,
    },
    inventory: {
      events: inventory.events,
      interpreter: inventory.interpreter.map((entry) => ({
        ...entry,
        targets: formatTargets(entry.targets),
      })),
    },
    baseline: baseline && baselineJson(baseline),
  };
}

/** What is said of the findings as a whole, by name. */
const figures = ({ hidden, statistics }: Report): object => ({
  hidden: Object.fromEntries(hidden),
  statistics,
});

/** Made when its text is written, and dropped behind it: a report of many findings holds no second copy of them. */
const onDemand =
  <T>(made: (value: T) => object) =>
  (value: T): { toJSON(): object } => ({ toJSON: () => made(value) });

/** The report to the published schema (`report-v1.schema.json`). */
export const json: Reporter = (report) => {
  const parts = {
    ...head(report),
    findings: report.findings.map(onDemand(findingJson)),
    accepted: report.accepted?.map(onDemand(acceptedJson)),
    limits: report.limits.map(onDemand(limitJson)),
    ...figures(report),
    faults: report.faults,
  };
  return inPieces(function* () {
    for (const piece of jsonPieces(parts)) yield neutraliseJson(piece);
    yield '\n';
  });
};

/** A line of `jsonl`. */
const line = (type: string, value: object): string =>
  `${neutraliseJson(JSON.stringify({ type, ...value }))}\n`;

/**
 * One JSON value on each line, each with its `type`: the run, then findings, limits and faults; written and read a line
 * at a time (`report-lines-v1.schema.json`).
 */
export const jsonl: Reporter = (report) =>
  inPieces(function* () {
    yield line('run', { ...head(report), ...figures(report) });
    for (const one of report.findings) yield line('finding', findingJson(one));
    for (const one of report.accepted ?? []) yield line('accepted', acceptedJson(one));
    for (const one of report.limits) yield line('limit', limitJson(one));
    for (const one of report.faults) yield line('fault', one);
  });
