import pc from 'picocolors';
import { isAboutAccepting } from '../lint/own-rules.ts';
import { categoryOf } from '../lint/select.ts';
import type { Tier } from '../model/catalogue.ts';
import type { AcceptedFinding, Level, ReportedFinding } from '../model/finding.ts';
import { neutralise } from './neutralise.ts';
import { eventText } from './python-text.ts';

export type Style = ReturnType<typeof pc.createColors>;

export const styleOf = (color: boolean): Style => pc.createColors(color);

export function paintLevel(level: Level, text: string, style: Style): string {
  if (level === 'error') return style.red(text);
  if (level === 'warning') return style.yellow(text);
  return style.cyan(text);
}

export function paintTier(tier: Tier, text: string, style: Style): string {
  if (tier === 'dangerous') return style.yellow(text);
  return tier === 'effect' ? style.cyan(text) : style.dim(text);
}

/** The event and its arguments; of a rule beyond the table its name. */
export const findingText = (finding: ReportedFinding): string =>
  finding.kind === 'event' ? eventText(finding.event, finding.arguments) : finding.event;

/** A whole number with commas: `1,234`. `toLocaleString` says the same and loads the tables of all languages. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Why a finding does not count, for behind its text; empty where it does. */
function remark(finding: ReportedFinding | AcceptedFinding): string {
  if (finding.broughtBy === 'data') return ' [new with the tool]';
  if (!('acceptance' in finding)) return '';
  const { acceptance } = finding;
  if (acceptance.by === 'baseline') return ' [in the baseline]';
  return neutralise(` [suppressed${acceptance.reason === undefined ? '' : `: ${acceptance.reason}`}]`);
}

/** The finding on one line: what is wrong with a suppression or a baseline in words, other rules by name. */
export function findingLine(finding: ReportedFinding | AcceptedFinding): string {
  const { message, code } = finding;
  const said = message !== undefined && isAboutAccepting(code) ? `: ${neutralise(message)}` : '';
  return `${findingText(finding)}${said}${remark(finding)}`;
}

/** What a finding says in words beside its line: limits and comments are told by their names. */
export function besides({ message, code }: ReportedFinding): string | undefined {
  const category = categoryOf(code);
  return category === 'limit' || category === 'acceptance' ? undefined : message && neutralise(message);
}

/** `3 warnings`, `1 file`. */
export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
