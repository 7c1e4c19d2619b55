import type { Pragma } from '../../facts/pragmas.ts';
import { readDirective } from '../../filter/suppressions/directive.ts';
import { compareText } from '../../lint/order.ts';
import type { Finding, Span } from '../../model/finding.ts';

/** Text to put in at a UTF-16 offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
  /** It stands at the end of a physical line. */
  readonly endsLine: boolean;
}

/** What may stand between the brackets of a comment as it is; other names give way to their code. */
const PLAIN = /^[^\s,[\]#*?]+$/;

const nameOf = ({ event, code }: Finding): string => (PLAIN.test(event) ? event : code);

/**
 * Comments that accept findings: one for each logical line, behind all that stands on its last physical line, where
 * it can break neither a string nor a continued line. Names are added to a comment that is there already, unless
 * `merge` is off.
 */
export function insertions(
  text: string,
  lines: readonly Span[],
  pragmas: readonly Pragma[],
  findings: readonly Finding[],
  reason: string | undefined,
  merge = true,
): Insertion[] {
  const names = new Map<Span, Set<string>>();
  for (const finding of findings) {
    const line = lines.find(({ from, to }) => finding.at.from >= from && finding.at.from < to);
    if (!line) continue;
    const known = names.get(line) ?? new Set<string>();
    names.set(line, known.add(nameOf(finding)));
  }
  return [...names]
    .map(([line, events]): Insertion => {
      const sorted = [...events].sort(compareText);
      const into = merge ? openList(pragmas, line) : undefined;
      if (into !== undefined) return { at: into, text: `, ${sorted.join(', ')}`, endsLine: false };
      const blanks = text.slice(line.from, line.to).match(/[ \t]*$/)![0].length;
      const why = reason === undefined ? '' : ` -- ${reason}`;
      const comment = `${' '.repeat(Math.max(0, 2 - blanks))}# pyaudit: ignore[${sorted.join(', ')}]${why}`;
      return { at: line.to, text: comment, endsLine: true };
    })
    .sort((a, b) => a.at - b.at);
}

/** Behind the last name of the line's own comment. */
function openList(pragmas: readonly Pragma[], line: Span): number | undefined {
  for (const pragma of pragmas) {
    if (pragma.line.from !== line.from) continue;
    const read = readDirective(pragma);
    if ('names' in read && read.verb === 'ignore') return read.names.at(-1)!.at.to;
  }
  return undefined;
}
