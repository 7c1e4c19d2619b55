import { unreachable } from '../../model/brand.ts';
import type { Span } from '../../model/finding.ts';
import type { Directive, Misspelling } from './directive.ts';

/** A directive with the stretch of its file that it covers. */
export interface Cover {
  readonly directive: Directive;
  readonly reach: Span;
}

export interface Covers {
  /** The narrower before the wider: those of lines, ranges from the one that begins last, the whole file. */
  readonly covers: readonly Cover[];
  /** Directives that cover nothing where they stand. */
  readonly problems: readonly Misspelling[];
}

const WHOLE: Span = { from: 0, to: Number.POSITIVE_INFINITY };

const isEmpty = ({ from, to }: Span): boolean => from === to;

/** The same events in any order make the same range. */
const nameKey = ({ names }: Directive): string =>
  names
    .map(({ selector }) => selector)
    .sort()
    .join();

/**
 * What directives cover, in order of place. A range ends at the `ignore-end` with the same names, the innermost one
 * if several are open; ranges of other names may overlap it.
 */
export function coversOf(directives: readonly Directive[]): Covers {
  const lines: Cover[] = [];
  const ranges: Cover[] = [];
  const files: Cover[] = [];
  const open: Directive[] = [];
  const problems: Misspelling[] = [];
  const refuse = ({ pragma }: Directive, problem: string): number =>
    problems.push({ at: pragma.at, problem });
  for (const directive of directives) {
    const { verb, pragma } = directive;
    switch (verb) {
      case 'ignore':
        if (isEmpty(pragma.line))
          refuse(directive, '`ignore` stands on a line without code; write `ignore-next`');
        else lines.push({ directive, reach: pragma.line });
        break;
      case 'ignore-next':
        if (isEmpty(pragma.next)) refuse(directive, 'no code follows `ignore-next`; remove it');
        else lines.push({ directive, reach: pragma.next });
        break;
      case 'ignore-file':
        files.push({ directive, reach: WHOLE });
        break;
      case 'ignore-start':
        open.push(directive);
        break;
      case 'ignore-end': {
        const start = open.findLastIndex((one) => nameKey(one) === nameKey(directive));
        if (start < 0) refuse(directive, unopened(directive, open));
        else {
          const [begun] = open.splice(start, 1);
          ranges.push({ directive: begun!, reach: { from: begun!.pragma.at.from, to: pragma.at.from } });
        }
        break;
      }
      default:
        unreachable(verb);
    }
  }
  for (const directive of open)
    refuse(directive, `the range is not closed; write \`# pyaudit: ignore-end[${listed(directive)}]\``);
  ranges.sort((a, b) => b.reach.from - a.reach.from);
  return { covers: [...lines, ...ranges, ...files], problems };
}

const listed = ({ names }: Directive): string => names.map(({ selector }) => selector).join(', ');

function unopened(end: Directive, open: readonly Directive[]): string {
  const last = open.at(-1);
  const hint = last ? `; the range open here is \`ignore-start[${listed(last)}]\`` : '; remove it';
  return `no \`ignore-start[${listed(end)}]\` stands above${hint}`;
}
