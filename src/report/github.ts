import { unreachable } from '../model/brand.ts';
import { LEVELS, type Level, type Report, type ReportedFinding } from '../model/finding.ts';
import { conciseLine } from './concise.ts';
import { gravestFirst } from './gravest.ts';
import { neutralise } from './neutralise.ts';
import type { Reporter } from './reporter.ts';
import { type RootPath, rootPaths } from './root-paths.ts';
import { sentence } from './sentence.ts';
import { counted, styleOf } from './style.ts';
import { summaryText } from './text-summary.ts';

/** GitHub shows so many annotations of a level of one step; the others it only logs. */
export const SHOWN_ANNOTATIONS = 10;

/** The data of a workflow command (actions/toolkit, packages/core/src/command.ts). */
const data = (text: string): string =>
  neutralise(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The runner takes `##[` anywhere in a line for a command of the older form, and `::` where a line begins. */
const logged = (line: string): string =>
  line.replaceAll('##[', '#\\x23[').replace(/^\s*::/, (found) => `.${found}`);

function command(level: Level): string {
  switch (level) {
    case 'error':
    case 'warning':
      return level;
    case 'note':
    case 'none':
      return 'notice';
    default:
      return unreachable(level);
  }
}

function annotation(finding: ReportedFinding, { path }: RootPath): string {
  const region = finding.region.inFile ?? finding.region;
  const properties = [
    ['file', path],
    ['line', String(region.line)],
    ['endLine', String(region.endLine)],
    // columns mean something to GitHub only within one line
    ...(region.line === region.endLine
      ? [
          ['col', String(region.column)],
          ['endColumn', String(region.endColumn)],
        ]
      : []),
    ['title', `${finding.event} (${finding.code})`],
  ].map(([name, value]) => `${name}=${property(value!)}`);
  return `::${command(finding.level)} ${properties.join(',')}::${data(sentence(finding))}`;
}

/** Findings beyond what GitHub shows as annotations, folded in the log. */
function folded(findings: readonly ReportedFinding[]): string[] {
  if (findings.length === 0) return [];
  const style = styleOf(false);
  return [
    `::group::${counted(findings.length, 'further finding')}`,
    ...findings.map((finding) => logged(conciseLine(finding, style))),
    '::endgroup::',
  ];
}

function noticesOf(counts: readonly (readonly [Level, number])[]): string[] {
  return counts
    .filter(([, count]) => count > SHOWN_ANNOTATIONS)
    .map(
      ([level, count]) =>
        `GitHub shows ${SHOWN_ANNOTATIONS} annotations of a level: the surest of ${counted(count, level)} are annotations, the others stand in the log.`,
    );
}

/**
 * Workflow commands that GitHub Actions shows as annotations at the lines of a pull request: of each level the surest, as
 * many as it takes; the others as lines of the log.
 */
export const github: Reporter = (report: Report) => {
  const pathOf = rootPaths(report);
  const sorted = gravestFirst(report.findings);
  const byLevel = LEVELS.map((level) => sorted.filter((finding) => finding.level === level));
  const annotated = byLevel.flatMap((findings) => findings.slice(0, SHOWN_ANNOTATIONS));
  const others = new Set(byLevel.flatMap((findings) => findings.slice(SHOWN_ANNOTATIONS)));
  const lines = [
    ...annotated.map((finding) => annotation(finding, pathOf(finding.file))),
    ...folded(report.findings.filter((finding) => others.has(finding))),
    logged(summaryText(report, styleOf(false))),
  ];
  const counts = LEVELS.map((level, index) => [level, byLevel[index]!.length] as const);
  return { text: `${lines.join('\n')}\n`, notices: noticesOf(counts) };
};
