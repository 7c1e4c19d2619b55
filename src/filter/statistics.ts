import { compareText } from '../lint/order.ts';
import { categoryOf } from '../lint/select.ts';
import { unreachable } from '../model/brand.ts';
import type { ReportedFinding } from '../model/finding.ts';
import type { Statistic, StatisticRow, StatisticsBy } from '../model/statistics.ts';

/** What a finding is counted under. `packageOf`: the package that a file belongs to. */
function keyOf(by: StatisticsBy, packageOf: (file: string) => string): (finding: ReportedFinding) => string {
  switch (by) {
    case 'event':
      return ({ event }) => event;
    case 'category':
      return ({ code }) => categoryOf(code) ?? 'custom';
    case 'file':
      return ({ file }) => file;
    case 'package':
      return ({ file }) => packageOf(file);
    default:
      return unreachable(by);
  }
}

/** Counts what is shown: most findings first, then by name. */
function statistic(
  findings: readonly ReportedFinding[],
  by: StatisticsBy,
  packageOf: (file: string) => string,
): Statistic {
  const rows = new Map<string, StatisticRow>();
  const key = keyOf(by, packageOf);
  for (const finding of findings) {
    const name = key(finding);
    const { error, warning, note } = rows.get(name) ?? { error: 0, warning: 0, note: 0 };
    rows.set(name, {
      name,
      error: error + Number(finding.level === 'error'),
      warning: warning + Number(finding.level === 'warning'),
      note: note + Number(finding.level === 'note'),
    });
  }
  const total = ({ error, warning, note }: StatisticRow): number => error + warning + note;
  return {
    by,
    rows: [...rows.values()].sort((a, b) => total(b) - total(a) || compareText(a.name, b.name)),
  };
}

/** A count of what is shown for each way of counting. */
export const statisticsOf = (
  findings: readonly ReportedFinding[],
  ways: readonly StatisticsBy[],
  packageOf: (file: string) => string,
): Statistic[] => ways.map((by) => statistic(findings, by, packageOf));
