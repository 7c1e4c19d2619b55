import type { Excerpt, ReportedFinding, Stretch } from '../model/finding.ts';
import { argumentsText } from './python-text.ts';

/** Names in a sentence; the first sentence of a message is often its title. */
const LONGEST_NAME = 80;

/** At most `length` UTF-16 units, the last an ellipsis where something is cut; never half of a surrogate pair. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The text of a region, out of the text of its lines. */
export function regionText(
  { column, endColumn }: Pick<Stretch, 'column' | 'endColumn'>,
  { text }: Pick<Excerpt, 'text'>,
): string {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, endColumn - 1);
  lines[0] = lines[0]!.slice(column - 1);
  return lines.join('\n');
}

/** What a sentence about a finding is made of. */
export interface SentenceParts {
  /** The name by which the place calls what raises. */
  readonly name: string;
  readonly event: string;
  /** What the place enters on the way to the raiser, where that is not the place's own operation. */
  readonly through?: string;
  /** `path='out.txt', mode='w'`; empty where nothing is known. */
  readonly arguments: string;
}

/** The parts, of which none is escaped. */
export function sentenceParts(finding: ReportedFinding): SentenceParts {
  const { event, excerpt, provenance, witness } = finding;
  const called = excerpt ? regionText(finding.region, excerpt) : event;
  const entered = witness.find(({ file }) => file === undefined)?.name;
  const through = provenance === 'stdlib' || provenance === 'dependency' ? entered : undefined;
  return {
    name: shortened(called.trim().split('\n')[0] || event, LONGEST_NAME),
    event,
    ...(through === undefined ? {} : { through: shortened(through, LONGEST_NAME) }),
    arguments: argumentsText(finding.arguments),
  };
}

/** A finding in one or two sentences; constants are escaped as Python has it, names are as they stand. */
export function sentence(finding: ReportedFinding): string {
  const { name, event, through, arguments: known } = sentenceParts(finding);
  if (finding.kind === 'rule') return `'${name}': ${finding.message ?? event}`;
  const tail = through === undefined ? '' : ` through '${through}'`;
  const more = finding.message === undefined ? '' : ` ${finding.message}`;
  return `'${name}' can raise the audit event '${event}'${tail}.${known === '' ? '' : ` Arguments: ${known}.`}${more}`;
}
