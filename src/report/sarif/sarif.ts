import type { Log, ReportingDescriptor, Run } from 'sarif';
import { compareText } from '../../lint/order.ts';
import { namedRules } from '../../lint/select.ts';
import type { Report, ReportedFinding } from '../../model/finding.ts';
import { neutraliseJson } from '../neutralise.ts';
import type { Rendered, ReportContext, Reporter } from '../reporter.ts';
import { artifactsOf } from './artifacts.ts';
import { choiceNotices, MOST_RESULTS, ordered } from './choice.ts';
import { notifications } from './notification.ts';
import { result } from './result.ts';
import { ruleDescriptor } from './rule.ts';
import { driver } from './tool.ts';
import { BASE_ID } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** GitHub refuses an upload that is larger after gzip. */
const MOST_BYTES = 10_000_000;
/** A text of so few UTF-16 units is below MOST_BYTES however badly it packs (3 bytes a unit). */
const SURELY_SMALL = 3_000_000;

/** Descriptors of the rules that the findings name, by code; all of them where there is no finding. */
function descriptors(findings: readonly ReportedFinding[], { rules }: ReportContext): ReportingDescriptor[] {
  const used = new Set(findings.map(({ code }) => code));
  return namedRules(rules)
    .filter(({ code }) => used.size === 0 || used.has(code))
    .toSorted((a, b) => compareText(a.code, b.code))
    .map(ruleDescriptor);
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
): Run {
  const artifacts = artifactsOf(report);
  const rules = descriptors(findings, context);
  const index = new Map(rules.map(({ id }, place) => [id, place]));
  const results = findings.map((finding) => result(finding, index.get(finding.code) ?? -1, artifacts));
  const said = notifications(report, notices, artifacts);
  return {
    tool: { driver: driver(report, rules, said.descriptors) },
    invocations: [{ executionSuccessful: report.faults.length === 0, toolExecutionNotifications: said.list }],
    automationDetails: { id: `${report.tool.name}/` },
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
): Rendered {
  const reason =
    kept === MOST_RESULTS
      ? `GitHub refuses more than ${MOST_RESULTS} in a run`
      : 'GitHub refuses more than 10 MB after gzip';
  const notices = choiceNotices(findings.length, kept, reason);
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [runOf(report, findings.slice(0, kept), notices, context)],
  };
  return { text: `${neutraliseJson(JSON.stringify(log, null, 1))}\n`, notices };
}

/** SARIF 2.1.0 as GitHub's code scanning reads it, within its limits on results and size. */
export const sarif: Reporter = (report, context) => {
  const findings = ordered(report.findings);
  let kept = Math.min(findings.length, MOST_RESULTS);
  for (;;) {
    const log = rendered(report, findings, kept, context);
    const bytes = log.text.length <= SURELY_SMALL ? 0 : context.gzipSize(log.text);
    if (bytes <= MOST_BYTES || kept === 0) return log;
    kept = Math.floor(kept * Math.min(0.95, (0.98 * MOST_BYTES) / bytes));
  }
};
