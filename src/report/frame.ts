import type { ReportedFinding } from '../model/finding.ts';
import { neutraliseLine } from './neutralise.ts';
import { paintLevel, type Style } from './style.ts';
import { displayWidth } from './width.ts';

/** Lines shown around a finding, of those the excerpt holds. */
const AROUND = 1;
/** Longer lines are cut, about the finding. */
const LONGEST = 120;

interface Window {
  readonly text: string;
  /** UTF-16 units cut from the left. */
  readonly cut: number;
}

function clip(line: string, column: number): Window {
  if (line.length <= LONGEST) return { text: line, cut: 0 };
  const cut = Math.max(0, Math.min(column - 1 - LONGEST / 3, line.length - LONGEST));
  return { text: line.slice(cut, cut + LONGEST), cut };
}

/**
 * The lines about a finding, with its place marked below its first line; empty if the text is not at hand. Each line
 * starts with its number.
 */
export function codeFrame(finding: ReportedFinding, style: Style): string[] {
  const { excerpt, region } = finding;
  if (!excerpt) return [];
  const first = Math.max(excerpt.contextStart, region.line - AROUND);
  const last = Math.min(excerpt.contextStart + excerpt.context.length - 1, region.line + AROUND);
  const gutter = String(last).length;
  const lines: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = neutraliseLine(excerpt.context[number - excerpt.contextStart] ?? '');
    const { text, cut } = clip(line, region.column);
    lines.push(`${style.dim(`${String(number).padStart(gutter)} |`)} ${text}`.trimEnd());
    if (number !== region.line) continue;
    const from = region.column - 1 - cut;
    const to = region.endLine === region.line ? region.endColumn - 1 - cut : text.length;
    const marks = '^'.repeat(Math.max(1, displayWidth(text.slice(from, to))));
    const blanks = ' '.repeat(displayWidth(text.slice(0, from)));
    lines.push(`${style.dim(`${' '.repeat(gutter)} |`)} ${blanks}${paintLevel(finding.level, marks, style)}`);
  }
  return lines;
}
