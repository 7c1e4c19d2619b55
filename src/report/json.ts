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
import { neutraliseJson } from './neutralise.ts';
import { pythonText } from './python-text.ts';
import type { Reporter } from './reporter.ts';

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

function findingJson(finding: ReportedFinding): Record<string, unknown> {
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

const acceptedJson = (finding: AcceptedFinding): unknown => ({
  ...findingJson(finding),
  acceptance: finding.acceptance,
});

const baselineJson = ({ name, accepted, stale, broughtByData }: BaselineReport): unknown => ({
  name,
  accepted,
  stale,
  broughtByData,
});

const limitJson = ({ kind, file, region, reason, message, count }: Limit): unknown => ({
  kind,
  file: file === '' ? undefined : file,
  cell: region?.cell,
  line: region?.line,
  column: region?.column,
  reason,
  message,
  count,
});

/** The report as plain values, every part by its name. */
function reportParts(report: Report) {
  const { tool, inventory, files } = report;
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
    baseline: report.baseline && baselineJson(report.baseline),
    findings: report.findings.map(findingJson),
    accepted: report.accepted?.map(acceptedJson),
    limits: report.limits.map(limitJson),
    hidden: Object.fromEntries(report.hidden),
    statistics: report.statistics,
    faults: report.faults,
  };
}

/** The report to the published schema (`report-v1.schema.json`). */
export const json: Reporter = (report) => ({
  text: `${neutraliseJson(JSON.stringify(reportParts(report), null, 2))}\n`,
  notices: [],
});

/**
 * One JSON value on each line, each with its `type`: the run, then findings, limits and faults; written and read a line
 * at a time (`report-lines-v1.schema.json`).
 */
export const jsonl: Reporter = (report) => {
  const { findings, accepted, limits, faults, ...run } = reportParts(report);
  const typed = (type: string, value: unknown): unknown => ({ type, ...(value as object) });
  const values = [
    typed('run', run),
    ...findings.map((one) => typed('finding', one)),
    ...(accepted ?? []).map((one) => typed('accepted', one)),
    ...limits.map((one) => typed('limit', one)),
    ...faults.map((one) => typed('fault', one)),
  ];
  return { text: values.map((value) => `${neutraliseJson(JSON.stringify(value))}\n`).join(''), notices: [] };
};
