import type { Log, ReportingDescriptor, Run } from 'sarif';
import { compareText } from '../../lint/order.ts';
import { namedRules } from '../../lint/select.ts';
import type { Report, ReportedFinding } from '../../model/finding.ts';
import { neutraliseJson } from '../neutralise.ts';
import type { Rendered, ReportContext, Reporter } from '../reporter.ts';
import { shownBy } from '../shown-by.ts';
import { acceptance } from './acceptance.ts';
import { artifactsOf } from './artifacts.ts';
import { choiceNotices, ordered } from './choice.ts';
import { GITHUB, type SarifLimits } from './limits.ts';
import { notifications } from './notification.ts';
import { result } from './result.ts';
import { ruleDescriptor } from './rule.ts';
import { driver } from './tool.ts';
import { BASE_ID } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Bytes that a UTF-16 unit takes at most, packed as badly as can be. */
const WORST_UNIT = 3;

/** Descriptors of the rules that the findings name, by code; all of them where there is no finding. */
function descriptors(
  findings: readonly ReportedFinding[],
  { rules }: ReportContext,
  limits: SarifLimits,
): ReportingDescriptor[] {
  const used = new Set(findings.map(({ code }) => code));
  // the events of a configuration share a code, and its own descriptor, which comes last
  const byCode = new Map(namedRules(rules).map((rule) => [rule.code, rule]));
  return [...byCode.values()]
    .filter(({ code }) => used.size === 0 || used.has(code))
    .toSorted((a, b) => compareText(a.code, b.code))
    .map((rule) => ruleDescriptor(rule, limits));
}

function versionControl({ repository }: Report): Pick<Run, 'versionControlProvenance'> {
  if (!repository?.repository) return {};
  const { repository: url, revision, branch } = repository;
  return {
    versionControlProvenance: [
      {
        repositoryUri: url,
        ...(revision ? { revisionId: revision } : {}),
        ...(branch ? { branch } : {}),
        mappedTo: { uriBaseId: BASE_ID },
      },
    ],
  };
}

function runOf(
  report: Report,
  findings: readonly ReportedFinding[],
  notices: readonly string[],
  context: ReportContext,
  limits: SarifLimits,
): Run {
  const artifacts = artifactsOf(report);
  const rules = descriptors(findings, context, limits);
  const index = new Map(rules.map(({ id }, place) => [id, place]));
  const results = findings.map((finding) => ({
    ...result(finding, index.get(finding.code) ?? -1, artifacts, limits),
    ...acceptance(finding, report),
  }));
  const said = notifications(report, notices, artifacts);
  return {
    tool: { driver: driver(report, rules, said.descriptors) },
    invocations: [{ executionSuccessful: report.faults.length === 0, toolExecutionNotifications: said.list }],
    automationDetails: {
      id: [report.tool.name, ...(context.category ? [context.category] : []), ''].join('/'),
    },
    ...versionControl(report),
    originalUriBaseIds: {
      [BASE_ID]: {
        description: {
          text: report.repository ? 'The root of the repository.' : 'The directory the tool was started in.',
        },
      },
    },
    columnKind: 'utf16CodeUnits',
    artifacts: artifacts.list,
    results,
  };
}

/** The log with the first `kept` of the findings. */
function rendered(
  report: Report,
  findings: readonly ReportedFinding[],
  kept: number,
  context: ReportContext,
  limits: SarifLimits,
): Rendered {
  const reason =
    kept === limits.results
      ? `GitHub refuses more than ${limits.results} in a run`
      : `GitHub refuses more than ${limits.bytes / 1_000_000} MB after gzip`;
  const notices = choiceNotices(findings, kept, reason, limits);
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [runOf(report, findings.slice(0, kept), notices, context, limits)],
  };
  return { text: `${neutraliseJson(JSON.stringify(log))}\n`, notices };
}

/** SARIF 2.1.0 within the limits of its reader. */
export const sarifWithin =
  (limits: SarifLimits): Reporter =>
  (report, context) => {
    const findings = ordered(shownBy(report), limits);
    let kept = Math.min(findings.length, limits.results);
    for (;;) {
      const log = rendered(report, findings, kept, context, limits);
      const bytes = log.text.length * WORST_UNIT <= limits.bytes ? 0 : context.gzipSize(log.text);
      if (bytes <= limits.bytes || kept === 0) return log;
      kept = Math.floor(kept * Math.min(0.95, (0.98 * limits.bytes) / bytes));
    }
  };

/** SARIF as GitHub's code scanning reads it. */
export const sarif = sarifWithin(GITHUB);
