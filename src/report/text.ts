import type { Report, ReportedFinding } from '../model/finding.ts';
import { byFile } from './by-file.ts';
import { columns } from './columns.ts';
import { neutralise } from './neutralise.ts';
import { regionPlace } from './place.ts';
import { type Reporter, WIDEST_LINE } from './reporter.ts';
import { shownBy } from './shown-by.ts';
import { besides, findingLine, paintLevel, type Style, styleOf } from './style.ts';
import { foldedInventoryText, inventoryText } from './text-inventory.ts';
import { limitsText } from './text-limits.ts';
import { statisticsText } from './text-statistics.ts';
import { summaryText } from './text-summary.ts';

/** What place, level and code take of a line. Wider events push only their own code to the right. */
const OTHER_COLUMNS = 28;
const NARROWEST_EVENT = 20;

function fileText(file: string, findings: readonly ReportedFinding[], style: Style, width: number): string {
  const rows = findings.map((finding) => [
    regionPlace(finding.region),
    finding.level,
    findingLine(finding),
    finding.code,
  ]);
  const lines = columns(
    [
      { align: 'right' },
      { paint: (cell, row) => paintLevel(findings[row]!.level, cell, style) },
      { most: Math.max(NARROWEST_EVENT, width - OTHER_COLUMNS) },
      { paint: (cell) => style.dim(cell) },
    ],
    rows,
  );
  const withMessages = lines.flatMap((line, row) => {
    const said = besides(findings[row]!);
    return said === undefined ? [`  ${line}`] : [`  ${line}`, `      ${style.dim(said)}`];
  });
  return [style.bold(neutralise(file)), ...withMessages].join('\n');
}

/** What stands below the findings in every text format. */
export function closingText(
  report: Report,
  style: Style,
  limits: 'reasons' | 'places',
  width: number,
  inventory = inventoryText,
): string[] {
  return [
    ...statisticsText(report.statistics ?? [], style),
    inventory(report.inventory, style, width),
    limitsText(report.limits, style, limits),
    summaryText(report, style),
  ];
}

/** One line per finding under its file's name, then the inventory, what could not be seen, and a summary. */
export const text: Reporter = (report, { color, width = WIDEST_LINE, isInventoryFolded }) => {
  const style = styleOf(color);
  const columnsUsed = Math.min(width, WIDEST_LINE);
  const files = byFile(shownBy(report)).map(([file, findings]) =>
    fileText(file, findings, style, columnsUsed),
  );
  const inventory = isInventoryFolded ? foldedInventoryText : inventoryText;
  const parts = [...files, ...closingText(report, style, 'reasons', columnsUsed, inventory)].filter(
    (part) => part !== '',
  );
  return { text: `${parts.join('\n\n')}\n`, notices: [] };
};
