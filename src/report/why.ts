import { unreachable } from '../model/brand.ts';
import type { CostPart, WitnessStep } from '../model/finding.ts';
import { formatVersions } from '../model/targets.ts';
import type { ExplainedCall, ExplainedFinding, Why } from '../model/why.ts';
import { columns } from './columns.ts';
import { conditionsText } from './condition-text.ts';
import { entryName } from './entry-text.ts';
import { filled } from './filled.ts';
import { neutralise, neutraliseLine } from './neutralise.ts';
import { eventText } from './python-text.ts';
import { counted, type Style } from './style.ts';

/** All that is known of a line, for people: lines of at most `width` characters where words allow it. */
export function whyText(why: Why, style: Style, width: number): string {
  const place = style.bold(neutralise(`${why.file}:${why.line}`));
  const inside = why.enclosing === '' ? '' : style.dim(`  in ${neutralise(why.enclosing)}`);
  const code = neutraliseLine(why.text.trim());
  const blocks = [
    [`${place}${inside}`, ...(code === '' ? [] : [`    ${code.slice(0, Math.max(width - 4, 20))}`])],
    ...why.findings.map((one) => findingLines(one, style, width)),
    ...(why.findings.length === 0 ? [nothingLines(why), ...callBlocks(why.calls, width)] : []),
    ...(why.others.length > 0 ? [[`other findings of this line: ${why.others.join(', ')}`]] : []),
    ...(why.findings.length === 0 && why.nearest.length > 0 ? [nearestLines(why)] : []),
    ...(why.limits.length > 0
      ? [why.limits.flatMap(({ message }) => filled(`mind: ${neutralise(message)}`, width))]
      : []),
    [style.dim(analysedText(why))],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const analysedText = ({ analysed: { files, paths } }: Why): string =>
  `analysed: ${counted(files, 'file')}${paths.length > 0 ? ` in ${neutralise(paths.join(', '))}` : ''}`;

function findingLines({ finding, costs, ceiling }: ExplainedFinding, style: Style, width: number): string[] {
  const name = finding.kind === 'event' ? eventText(finding.event, finding.arguments) : finding.event;
  const facts =
    finding.kind === 'event'
      ? [
          [finding.tier, finding.provenance, ...finding.phases].join(', '),
          `CPython ${formatVersions(finding.targets)}`,
        ].join('; ')
      : neutralise(finding.message ?? '');
  const sure = costs.length === 0 ? ['nothing on the way is uncertain'] : costs.map(costText);
  const most = ceiling === undefined ? [] : [`never above ${ceiling} for this event`];
  const because = filled(`${finding.confidence} confidence: ${[...sure, ...most].join('; ')}`, width - 2);
  return [
    `${style.bold(name)}  ${style.dim(finding.code)}`,
    ...filled(facts, width - 2).map((line) => `  ${line}`),
    ...(finding.along
      ? filled(`loading the module raises besides: ${finding.along.join(', ')}`, width - 2).map(
          (line) => `  ${line}`,
        )
      : []),
    ...(finding.kind === 'event' ? because.map((line) => `  ${line}`) : []),
    ...wayLines(finding),
  ];
}

/** From the entry point down to the raiser, a step on each line. */
function wayLines({ kind, reachedFrom, witness }: ExplainedFinding['finding']): string[] {
  if (witness.length === 0) return [];
  const from = reachedFrom
    ? neutralise(entryName(reachedFrom.kind, reachedFrom.name))
    : 'nowhere: nothing in the analysed files leads here';
  const title = kind === 'event' ? `reached from ${from}` : 'by way of';
  const steps = [...(reachedFrom?.steps ?? []), ...witness];
  const place = ({ file, line }: WitnessStep, index: number): string => {
    if (index === steps.length - 1 && kind === 'event') return 'raises it';
    if (file === undefined) return '';
    return neutralise(line === undefined ? file : `${file}:${line}`);
  };
  const rows = steps.map((step, index) => [neutralise(step.name), place(step, index)]);
  return [`  ${title}`, ...columns([{}, {}], rows).map((row) => `    ${row}`)];
}

function costText({ cost, cause, condition }: CostPart): string {
  switch (cause) {
    case 'few-candidates':
      return `${cost} for one of two or three candidates`;
    case 'many-candidates':
      return `${cost} for one of many candidates`;
    case 'container-element':
      return `${cost} for an element of a container, under a key that is not known`;
    case 'undecided-condition':
      return `${cost} for a condition that is not decided, raised only ${conditionsText(condition ? [condition] : [])}`;
    case 'attribute-name':
      return `${cost} for an object of unknown type: the attribute's name tells what it is`;
    case 'some-objects':
      return `${cost} for objects of which only some raise it`;
    case 'loaded-before':
      return `${cost} for a module that may have been loaded before`;
    case 'kept-result':
      return `${cost} for a result that may have been kept from before`;
    case 'inside-packages':
      return `${cost} for what is uncertain on the way through installed packages`;
    case 'inside-library':
      return `${cost} for what is uncertain on the way through the standard library`;
    default:
      return unreachable(cause);
  }
}

function nothingLines({ findings, others, text }: Why): string[] {
  if (findings.length > 0) return [];
  if (others.length > 0) return ['no such finding on this line'];
  return [text.trim() === '' ? 'no code on this line' : 'no finding on this line, of any confidence'];
}

function callBlocks(calls: readonly ExplainedCall[], width: number): string[][] {
  if (calls.length === 0) return [];
  const lines = calls.flatMap((call) => [
    `  ${String(call.at.column).padStart(3)}  ${neutraliseLine(call.text).slice(0, Math.max(width - 7, 20))}`,
    ...filled(callText(call), width - 9).map((line) => `         ${line}`),
  ]);
  return [['calls on this line, with their columns', ...lines]];
}

function callText({ callees, reason, outside }: ExplainedCall): string {
  const names = neutralise(callees.join(', '));
  if (callees.length === 0) return `not followed: ${reason ?? 'a value that no call is known of'}`;
  if (reason !== undefined) return `perhaps ${names}: ${reason}`;
  return outside ? `calls ${names}: outside the project, not looked into` : `calls ${names}`;
}

function nearestLines({ nearest }: Why): string[] {
  const rows = nearest.map(({ line, event, confidence }) => [
    String(line),
    event,
    `${confidence} confidence`,
  ]);
  return [
    'nearest findings of this file',
    ...columns([{ align: 'right' }, {}, {}], rows).map((row) => `  ${row}`),
  ];
}
