import { TIERS } from '../model/catalogue.ts';
import type { Report, ReportedFinding } from '../model/finding.ts';
import { gravestFirst } from './gravest.ts';
import { limitGroups, limitPlace, placesOf } from './limits.ts';
import { byteLength, codeCell, within, words } from './markdown-text.ts';
import { placeText } from './place.ts';
import type { Reporter } from './reporter.ts';
import { type RootPath, rootPaths, uriPath } from './root-paths.ts';
import { counted, findingLine, styleOf } from './style.ts';
import { summaryText } from './text-summary.ts';

/** GitHub refuses a larger job summary of a step (docs.github.com, "Adding a job summary"). */
const MOST_BYTES = 1024 * 1024;
/** Of all bytes, what the inventory and the limits may take each. */
const SHARE = 1 / 5;
/** For the sentence that says what is left out. */
const ROOM = 500;

const PLAIN = styleOf(false);

/** The finding's line at the analysed revision, where the repository is GitHub's. */
function link(
  { repository }: Report,
  { inside, path }: RootPath,
  { region }: ReportedFinding,
): string | undefined {
  if (!inside || !repository?.revision || !repository.repository?.startsWith('https://github.com/'))
    return undefined;
  // a bracket would end the link
  const file = uriPath(path).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const { line } = region.inFile ?? region;
  return `${repository.repository}/blob/${repository.revision}/${file}?plain=1#L${line}`;
}

function findingRow(report: Report, finding: ReportedFinding, path: RootPath): string {
  const place = codeCell(placeText(finding.file, finding.region));
  const url = link(report, path, finding);
  const cells = [
    url ? `[${place}](${url})` : place,
    finding.level,
    codeCell(findingLine(finding)),
    finding.code,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A table that may take so many bytes; what does not fit is counted below it. */
function table(titles: readonly string[], rows: readonly string[], bytes: number): string[] {
  const kept = within(rows, bytes);
  const left = rows.length - kept.length;
  return [
    `| ${titles.join(' | ')} |`,
    `|${titles.map(() => ' --- |').join('')}`,
    ...kept,
    ...(left > 0 ? ['', `${counted(left, 'row')} left out.`] : []),
  ];
}

const details = (summary: string, lines: readonly string[]): string[] => [
  `<details><summary>${words(summary)}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  '',
];

function inventoryLines({ inventory: { events } }: Report, bytes: number): string[] {
  if (events.length === 0) return [];
  const rows = [...events]
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.count - a.count)
    .map(({ event, count, files, tier, provenances }) =>
      ['|', [codeCell(event), count, files, tier, provenances.join(', ')].join(' | '), '|'].join(' '),
    );
  const places = events.reduce((sum, { count }) => sum + count, 0);
  return details(
    `inventory: ${counted(events.length, 'event')} at ${counted(places, 'place')}`,
    table(['event', 'places', 'files', 'tier', 'provenance'], rows, bytes),
  );
}

function limitLines({ limits }: Report, bytes: number): string[] {
  if (limits.length === 0) return [];
  const rows = limitGroups(limits).map(
    ({ count, kind, reason, limits: [first] }) =>
      `| ${[count, kind, words(reason), codeCell(limitPlace(first!))].join(' | ')} |`,
  );
  return details(
    `limits: ${counted(placesOf(limits), 'place')} the analysis could not see into`,
    table(['places', 'limit', 'reason', 'first'], rows, bytes),
  );
}

/** A table for each way of counting. */
const statisticLines = ({ statistics = [] }: Report, bytes: number): string[] =>
  statistics.flatMap(({ by, rows }) => [
    ...table(
      [by, 'findings', 'error', 'warning', 'note'],
      rows.map(({ name, error, warning, note }) => {
        const counts = [error + warning + note, error, warning, note];
        return `| ${[codeCell(name), ...counts].join(' | ')} |`;
      }),
      bytes / statistics.length,
    ),
    '',
  ]);

/** Markdown as GitHub's job summaries take it, of so many bytes at most. */
export const markdownWithin =
  (bytes: number): Reporter =>
  (report) => {
    const pathOf = rootPaths(report);
    const head = [
      ...[`## ${report.tool.name}`, '', words(summaryText(report, PLAIN)), ''],
      ...statisticLines(report, bytes * SHARE),
    ];
    const tail = [...inventoryLines(report, bytes * SHARE), ...limitLines(report, bytes * SHARE)];
    const titles = ['place', 'level', 'finding', 'code'];
    const all = gravestFirst(report.statistics ? [] : report.findings).map((finding) =>
      findingRow(report, finding, pathOf(finding.file)),
    );
    const used = byteLength([...head, ...table(titles, [], 0), ...tail].join('\n')) + ROOM;
    const kept = within(all, bytes - used);
    const left = all.length - kept.length;
    const notice = `${counted(left, 'finding')} left out of the Markdown, the least grave: a job summary has ${bytes} bytes at most`;
    const lines = [
      ...head,
      ...(all.length === 0 ? [] : [...table(titles, kept, bytes), '']),
      ...(left > 0 ? [`${notice}.`, ''] : []),
      ...tail,
    ];
    return { text: `${lines.join('\n').trimEnd()}\n`, notices: left > 0 ? [notice] : [] };
  };

/** The report for `$GITHUB_STEP_SUMMARY` and for comments: findings, the gravest first, inventory and limits folded. */
export const markdown = markdownWithin(MOST_BYTES);
