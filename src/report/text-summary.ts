import { LEVELS, type Report } from '../model/finding.ts';
import { formatVersions, PLATFORMS, versionBits } from '../model/targets.ts';
import { counted, grouped, paintLevel, type Style } from './style.ts';

function levelCounts({ findings }: Report, style: Style): string {
  const parts = LEVELS.flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [paintLevel(level, counted(count, level), style)];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

function targetsText({ targets }: Report): string {
  const platforms = PLATFORMS.filter((platform) => versionBits(targets, platform) !== 0);
  const where = platforms.length === PLATFORMS.length ? '' : ` on ${platforms.join(', ')}`;
  return `CPython ${formatVersions(targets)}${where}`;
}

/** Left out in any tree, and never source. */
const NO_SOURCE = new Set(['.git', '__pycache__']);

function excludedText({ excluded }: Report['files']): string[] {
  const parts = [...(excluded ?? [])]
    .filter(([reason]) => !NO_SOURCE.has(reason))
    .map(([reason, count]) => `${grouped(count)} ${reason}`);
  return parts.length > 0 ? [`left out: ${parts.join(', ')}`] : [];
}

/** Comments that installed packages have for this tool. */
const unheardText = ({ unheardComments = 0 }: Report['files']): string[] =>
  unheardComments > 0
    ? [`${counted(unheardComments, 'suppression comment')} of installed packages not heard`]
    : [];

/** How many findings fail nothing because the tool brought them, and what to do. */
const broughtByData = ({ baseline }: Report): string[] =>
  baseline && baseline.broughtByData > 0
    ? [`${baseline.broughtByData} new with the tool alone (accept them with --write-baseline)`]
    : [];

/** One line: what was found, in how much code, for which targets, and what is not shown. */
export function summaryText(report: Report, style: Style): string {
  const { analysed } = report.files;
  const hit = new Set(report.findings.map(({ file }) => file)).size;
  const files = hit === 0 ? `in ${counted(analysed, 'file')}` : `in ${hit} of ${counted(analysed, 'file')}`;
  const hidden = [...report.hidden].map(([reason, count]) => `${grouped(count)} ${reason}`);
  const parts = [
    `${levelCounts(report, style)} ${files}, ${targetsText(report)}`,
    ...(hidden.length > 0 ? [`not shown: ${hidden.join(', ')}`] : []),
    ...broughtByData(report),
    ...(report.files.skipped > 0 ? [`${counted(report.files.skipped, 'file')} not read`] : []),
    ...excludedText(report.files),
    ...unheardText(report.files),
    ...(report.faults.length > 0
      ? [style.red(`${counted(report.faults.length, 'fault')}, so this is incomplete`)]
      : []),
  ];
  return parts.join('; ');
}
