/** What findings can be counted by. */
export const STATISTICS_BY = ['event', 'category', 'package', 'file'] as const;
export type StatisticsBy = (typeof STATISTICS_BY)[number];

/** How many of the findings shown have a name in common, by level. */
export interface StatisticRow {
  readonly name: string;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

export interface Statistic {
  readonly by: StatisticsBy;
  /** Most findings first, then by name. */
  readonly rows: readonly StatisticRow[];
}
