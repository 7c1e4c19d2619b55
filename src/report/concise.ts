import type { Report, ReportedFinding } from '../model/finding.ts';
import type { Statistic } from '../model/statistics.ts';
import { placesOf } from './limits.ts';
import { neutralise } from './neutralise.ts';
import { placeText } from './place.ts';
import type { Reporter } from './reporter.ts';
import { shownBy } from './shown-by.ts';
import { besides, counted, findingLine, paintLevel, type Style, styleOf } from './style.ts';
import { summaryText } from './text-summary.ts';

const SHOWN_LEVELS = ['error', 'warning', 'note'] as const;

/** `src/app.py:3:7: warning os.system(command='ls') PYA1013`, as editors and terminals make links of. */
export const conciseLine = (finding: ReportedFinding, style: Style): string =>
  [
    `${style.bold(neutralise(placeText(finding.file, finding.region)))}:`,
    paintLevel(finding.level, finding.level, style),
    findingLine(finding),
    style.dim(finding.code),
    ...(finding.kind === 'rule' ? [besides(finding) ?? []].flat() : []),
  ].join(' ');

/** `event os.system: 2 errors, 1 note`, a line for each name that is counted. */
const conciseRows = ({ by, rows }: Statistic, style: Style): string[] =>
  rows.map(({ name, ...counts }) => {
    const levels = SHOWN_LEVELS.filter((level) => counts[level] > 0);
    const parts = levels.map((level) => paintLevel(level, counted(counts[level], level), style));
    return `${by} ${style.bold(neutralise(name))}: ${parts.join(', ')}`;
  });

/** Said where no limit is listed: an empty report is as good as what the analysis could see. */
const limitsCount = ({ limits }: Report): string[] =>
  limits.length > 0 ? [`${counted(placesOf(limits), 'place')} not seen into (limits)`] : [];

/** A line for each finding and one that sums up, for `grep` and for editors. */
export const concise: Reporter = (report, { color }) => {
  const style = styleOf(color);
  const lines = [
    ...shownBy(report).map((finding) => conciseLine(finding, style)),
    ...(report.statistics ?? []).flatMap((statistic) => conciseRows(statistic, style)),
    [summaryText(report, style), ...limitsCount(report)].join('; '),
  ];
  return { text: `${lines.join('\n')}\n`, notices: [] };
};
