import type { Level, Report } from '../model/finding.ts';
import { reaches } from './filter.ts';

/** 0: nothing to fail on; 1: a shown finding at `failOn` or graver; 2: part of the run failed, so neither is sure. */
export function exitCode(report: Report, failOn: Level): 0 | 1 | 2 {
  if (report.faults.length > 0) return 2;
  const fails = failOn !== 'none' && report.findings.some((finding) => reaches(finding.level, failOn));
  return fails ? 1 : 0;
}
