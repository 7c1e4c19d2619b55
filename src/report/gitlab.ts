import { unreachable } from '../model/brand.ts';
import type { Level, ReportedFinding } from '../model/finding.ts';
import { neutraliseJson } from './neutralise.ts';
import type { Reporter } from './reporter.ts';
import { rootPaths } from './root-paths.ts';
import { sentence } from './sentence.ts';

/** A finding says what code can do, not that it is wrong: `blocker` is left to others. */
function severity(level: Level): string {
  switch (level) {
    case 'error':
      return 'critical';
    case 'warning':
      return 'major';
    case 'note':
      return 'minor';
    case 'none':
      return 'info';
    default:
      return unreachable(level);
  }
}

/** GitLab takes two entries with one fingerprint for one: the second and later ones of a kind are numbered. */
function numbered(): (finding: ReportedFinding) => string {
  const counts = new Map<string, number>();
  return ({ fingerprint }) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${count}`;
  };
}

/** GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/, "Code Quality report format"). */
export const gitlab: Reporter = (report) => {
  const pathOf = rootPaths(report);
  const fingerprintOf = numbered();
  const entries = report.findings.map((finding) => {
    const { line, endLine } = finding.region.inFile ?? finding.region;
    return {
      description: sentence(finding),
      check_name: finding.event,
      fingerprint: fingerprintOf(finding),
      severity: severity(finding.level),
      location: { path: pathOf(finding.file).path, lines: { begin: line, end: endLine } },
    };
  });
  return { text: `${neutraliseJson(JSON.stringify(entries, null, 2))}\n`, notices: [] };
};
