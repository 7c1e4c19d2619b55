import type { Settings } from '../config/settings.ts';
import type { LimitKind, Report } from '../model/finding.ts';
import { reaches } from './judge.ts';

type ExitSettings = Pick<Settings, 'failOn' | 'maxFindings' | 'exitZero' | 'failOnSkipped'>;

const UNREAD: ReadonlySet<LimitKind> = new Set(['syntax', 'unreadable', 'encoding']);

/** How many files could not be read, or not to their end. */
export const skippedFiles = ({ limits }: Report): number =>
  new Set(limits.filter(({ kind }) => UNREAD.has(kind)).map(({ file }) => file)).size;

/**
 * 0: nothing to fail on; 1: more shown findings at `failOn` or graver that the code brought than are put up with, or a
 * stale baseline; 2: part of the run failed, or of the files where those count, so neither is sure.
 */
export function exitCode(
  report: Report,
  { failOn, maxFindings = 0, exitZero = false, failOnSkipped = false }: ExitSettings,
): 0 | 1 | 2 {
  if (report.faults.length > 0) return 2;
  if (failOnSkipped && skippedFiles(report) > 0) return 2;
  if (exitZero || failOn === 'none') return 0;
  const isStale = report.baseline !== undefined && report.baseline.stale > 0;
  const grave = report.findings.filter(
    ({ level, broughtBy }) => broughtBy !== 'data' && reaches(level, failOn),
  );
  return isStale || grave.length > maxFindings ? 1 : 0;
}
