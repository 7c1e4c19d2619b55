import {
  LEVELS,
  type Level,
  type Limit,
  type Report,
  type ReportedFinding,
  type RunFault,
} from '../model/finding.ts';
import { byFile } from './by-file.ts';
import { isSingular } from './limits.ts';
import { neutralise } from './neutralise.ts';
import { placeText, regionPlace } from './place.ts';
import type { Reporter } from './reporter.ts';
import { sentence } from './sentence.ts';
import { findingText } from './style.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0, 2.2, has no place for controls and for the last two code points of its plane, escaped or not. */
const xml = (text: string): string =>
  neutralise(text)
    .replace(/[\ufffe\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"]/g, (found) => ENTITIES[found]!);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

interface Case {
  readonly name: string;
  readonly className: string;
  readonly file: string;
  readonly line?: number;
  readonly outcome: 'failure' | 'error' | 'passed';
  readonly type: string;
  readonly message: string;
  readonly detail: string;
}

function caseLines({ name, className, file, line, outcome, type, message, detail }: Case): string[] {
  const head = attributes({
    name,
    classname: className,
    ...(file === '' ? {} : { file }),
    ...(line ? { line } : {}),
  });
  const body =
    outcome === 'passed'
      ? `<system-out>${xml(detail)}</system-out>`
      : `<${outcome}${attributes({ type, message })}>${xml(detail)}</${outcome}>`;
  return [`    <testcase${head}>`, `      ${body}`, '    </testcase>'];
}

function suiteLines(name: string, cases: readonly Case[]): string[] {
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const numbers = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: 0 };
  return [`  <testsuite${attributes({ name, ...numbers })}>`, ...cases.flatMap(caseLines), '  </testsuite>'];
}

const fails = (level: Level, failOn: Level): boolean =>
  failOn !== 'none' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);

function findingCase(finding: ReportedFinding, failOn: Level): Case {
  const { file, region } = finding;
  const said = sentence(finding);
  return {
    name: `${finding.event} at ${regionPlace(region)}`,
    className: file,
    file,
    line: region.inFile?.line ?? region.line,
    outcome: fails(finding.level, failOn) ? 'failure' : 'passed',
    type: finding.code,
    message: said,
    detail: `${placeText(file, region)}: ${finding.level}: ${findingText(finding)}`,
  };
}

/** Files that were not analysed, and faults: nobody should read their absence as a success. */
const limitCase = ({ kind, file, region, message }: Limit): Case => ({
  name: region ? `${kind} at ${regionPlace(region)}` : kind,
  className: file || 'limits',
  file,
  ...(region ? { line: region.inFile?.line ?? region.line } : {}),
  outcome: 'passed',
  type: kind,
  message,
  detail: `${placeText(file, region)}: ${message}`,
});

const faultCase = ({ stage, file = '', message }: RunFault): Case => ({
  name: stage,
  className: file || 'faults',
  file,
  outcome: 'error',
  type: 'fault',
  message,
  detail: message,
});

function suitesOf(report: Report, failOn: Level): (readonly [string, readonly Case[]])[] {
  const limits = report.limits.filter(({ kind }) => isSingular(kind)).map(limitCase);
  const suites: (readonly [string, readonly Case[]])[] = [
    ...byFile(report.findings).map(
      ([file, findings]) => [file, findings.map((finding) => findingCase(finding, failOn))] as const,
    ),
    ...(limits.length > 0 ? [['limits', limits] as const] : []),
    ...(report.faults.length > 0 ? [['faults', report.faults.map(faultCase)] as const] : []),
  ];
  if (suites.length > 0) return suites;
  const detail = `${report.files.analysed} files analysed`;
  const clean: Case = {
    ...{ name: 'no findings', className: report.tool.name, file: '', type: '', message: '' },
    ...{ outcome: 'passed', detail },
  };
  return [[report.tool.name, [clean]]];
}

/**
 * JUnit's report as CI systems read it: a suite for each file, a case for each finding, failed where the finding makes
 * the run fail (`--fail-on`); a single passed case where there is nothing to say.
 */
export const junit: Reporter = (report, { failOn }) => {
  const suites = suitesOf(report, failOn);
  const all = suites.flatMap(([, cases]) => cases);
  const total = {
    name: report.tool.name,
    tests: all.length,
    failures: all.filter(({ outcome }) => outcome === 'failure').length,
    errors: all.filter(({ outcome }) => outcome === 'error').length,
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(total)}>`,
    ...suites.flatMap(([name, cases]) => suiteLines(name, cases)),
    '</testsuites>',
  ];
  return { text: `${lines.join('\n')}\n`, notices: [] };
};
