import type { ReportedFinding, WitnessStep } from '../model/finding.ts';
import { formatVersions } from '../model/targets.ts';
import { entryName } from './entry-text.ts';
import { codeFrame } from './frame.ts';
import { neutralise } from './neutralise.ts';
import { lineText, placeText } from './place.ts';
import { type Reporter, WIDEST_LINE } from './reporter.ts';
import { shownBy } from './shown-by.ts';
import { findingText, paintLevel, type Style, styleOf } from './style.ts';
import { closingText } from './text.ts';

function stepText({ name, file, line, cell }: WitnessStep): string {
  if (file === undefined) return neutralise(name);
  const at = line === undefined ? '' : `:${lineText(cell === undefined ? { line } : { cell, line })}`;
  return neutralise(`${name} (${file}${at})`);
}

/** From the entry point to the raiser; a function that code out of sight calls needs no mention of its own. */
function pathLines({ reachedFrom, witness }: ReportedFinding): string[] {
  if (witness.length === 0) return [];
  const { kind = 'public', name = '', steps = [] } = reachedFrom ?? {};
  const plain = steps.length === 0 && (kind === 'public' || kind === 'unseen');
  const entry = plain ? [] : [neutralise(entryName(kind, name))];
  return [...entry, ...steps.map(stepText), ...witness.map(stepText)].map(
    (step, index) => `${index === 0 ? 'path: ' : '   -> '}${step}`,
  );
}

function factsText(finding: ReportedFinding): string {
  const parts = [
    finding.tier,
    finding.provenance,
    `${finding.confidence} confidence`,
    ...finding.phases,
    `CPython ${formatVersions(finding.targets)}`,
  ];
  return parts.join(', ');
}

function findingBlock(finding: ReportedFinding, style: Style): string {
  const { region, level } = finding;
  const place = style.bold(neutralise(placeText(finding.file, region)));
  const head = `${place}  ${paintLevel(level, level, style)}  ${findingText(finding)}  ${style.dim(finding.code)}`;
  const details = [
    ...(finding.message === undefined ? [] : [neutralise(finding.message)]),
    factsText(finding),
    ...(finding.along ? [`loading the module raises besides: ${finding.along.join(', ')}`] : []),
    ...pathLines(finding),
  ];
  return [head, ...codeFrame(finding, style), ...details.map((line) => `  ${line}`)].join('\n');
}

/** Like `text`, with the code about each finding, what is known of it, and its witness; every limit one by one. */
export const full: Reporter = (report, { color, width = WIDEST_LINE }) => {
  const style = styleOf(color);
  const blocks = shownBy(report).map((finding) => findingBlock(finding, style));
  const parts = [...blocks, ...closingText(report, style, 'places', Math.min(width, WIDEST_LINE))].filter(
    (part) => part !== '',
  );
  return { text: `${parts.join('\n\n')}\n`, notices: [] };
};
