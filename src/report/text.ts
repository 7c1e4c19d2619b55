import type { Report, ReportedFinding } from '../model/finding.ts';
import { byFile } from './by-file.ts';
import { columns } from './columns.ts';
import { neutralise } from './neutralise.ts';
import type { Reporter } from './reporter.ts';
import { findingText, paintLevel, type Style, styleOf } from './style.ts';
import { inventoryText } from './text-inventory.ts';
import { limitsText } from './text-limits.ts';
import { summaryText } from './text-summary.ts';

/** Wider events push only their own code to the right. */
const WIDEST_EVENT = 72;

function fileText(file: string, findings: readonly ReportedFinding[], style: Style): string {
  const rows = findings.map((finding) => [
    `${finding.region.line}:${finding.region.column}`,
    finding.level,
    findingText(finding),
    finding.code,
  ]);
  const lines = columns(
    [
      { align: 'right' },
      { paint: (cell, row) => paintLevel(findings[row]!.level, cell, style) },
      { most: WIDEST_EVENT },
      { paint: (cell) => style.dim(cell) },
    ],
    rows,
  );
  return [style.bold(neutralise(file)), ...lines.map((line) => `  ${line}`)].join('\n');
}

/** What stands below the findings in every text format. */
export function closingText(report: Report, style: Style, limits: 'reasons' | 'places'): string[] {
  return [
    inventoryText(report.inventory, style),
    limitsText(report.limits, style, limits),
    summaryText(report, style),
  ];
}

/** One line per finding under its file's name, then the inventory, what could not be seen, and a summary. */
export const text: Reporter = (report, { color }) => {
  const style = styleOf(color);
  const files = byFile(report.findings).map(([file, findings]) => fileText(file, findings, style));
  const parts = [...files, ...closingText(report, style, 'reasons')].filter((part) => part !== '');
  return { text: `${parts.join('\n\n')}\n`, notices: [] };
};
