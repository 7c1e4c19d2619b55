import type { Level, Report } from '../model/finding.ts';
import { reaches } from './filter.ts';

/**
 * 0: nothing to fail on; 1: a shown finding at `failOn` or graver that the code brought, or a stale baseline; 2: part of the run failed, so neither is sure.
 */
export function exitCode(report: Report, failOn: Level): 0 | 1 | 2 {
  if (report.faults.length > 0) return 2;
  if (failOn === 'none') return 0;
  const isStale = report.baseline !== undefined && report.baseline.stale > 0;
  const fails = report.findings.some(
    ({ level, broughtBy }) => broughtBy !== 'data' && reaches(level, failOn),
  );
  return isStale || fails ? 1 : 0;
}
