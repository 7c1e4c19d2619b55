import type { FileFacts } from '../facts/ir.ts';
import type { Limit } from '../model/finding.ts';
import type { LineTable } from '../model/line-table.ts';

/** Statements only Python 2 had. */
const PYTHON_2 =
  /^\s*(?:print\s+(?:["'\w%]|>>)|exec\s+["'\w]|raise\s+\w+\s*,|except\s+[\w.]+\s*,\s*\w+\s*:)|<>|\b0[0-7]+\b(?!\.)|\bur?["']|`/;

/**
 * The limit for a file that does not parse: its first problem, as CPython tells only the first. The rest of the file
 * is analysed all the same.
 */
export function syntaxLimit(
  file: string,
  facts: FileFacts,
  text: string,
  lines: LineTable,
): Limit | undefined {
  const first = facts.problems[0];
  if (!first) return undefined;
  const region = lines.region(first);
  const line = text.slice(lines.start(region.line), lines.start(region.line + 1));
  const isOld = PYTHON_2.test(line);
  const others = facts.problems.length - 1;
  const message = [
    `Syntax error: ${first.message}${/[.?!]$/.test(first.message) ? '' : '.'}`,
    ...(isOld ? ['This looks like Python 2: translate it, or leave the file out.'] : []),
    ...(others > 0 ? [`${others} more in this file.`] : []),
    'What could be understood is analysed.',
  ];
  return {
    kind: 'syntax',
    file,
    region,
    reason: isOld ? 'Python 2' : 'syntax error',
    message: message.join(' '),
  };
}

/** Limits for code that is nested too deeply to be lowered. */
export const depthLimits = (file: string, facts: FileFacts, lines: LineTable): Limit[] =>
  facts.limits.map(({ at }) => ({ ...tooDeep(file), region: lines.region(at) }));

export const tooDeep = (file: string): Limit => ({
  kind: 'too-deep',
  file,
  reason: 'nested too deeply',
  message: 'The code is nested too deeply to be analysed here; CPython itself refuses most such code.',
});
