import { nearest } from '../../config/nearest.ts';
import type { Pragma } from '../../facts/pragmas.ts';
import type { Span } from '../../model/finding.ts';

/** `ignore` covers the logical line it stands on, `ignore-next` the next one, the others what their names say. */
export const VERBS = ['ignore', 'ignore-next', 'ignore-start', 'ignore-end', 'ignore-file'] as const;
export type Verb = (typeof VERBS)[number];

/** A selector between the brackets, and where it stands. */
export interface NamedEvents {
  readonly selector: string;
  readonly at: Span;
}

/** What a pragma says: `# pyaudit: VERB[SELECTOR, ...] -- REASON`. */
export interface Directive {
  readonly verb: Verb;
  readonly names: readonly NamedEvents[];
  readonly reason?: string;
  readonly pragma: Pragma;
}

/** What is wrong with a pragma, and what to write. `verb`: what it would be if it named events. */
export interface Misspelling {
  readonly at: Span;
  readonly problem: string;
  readonly verb?: Verb;
}

const FORM = /^(#[#!\s]*(pyaudit[^:]*?)\s*:\s*)([^\s[\]]*)\s*(?:\[([^\]]*)(\]?))?([\s\S]*)$/i;

const example = (verb: Verb): string => `write \`# pyaudit: ${verb}[os.system] -- reason\``;

/** Reads a pragma; never throws. */
export function readDirective(pragma: Pragma): Directive | Misspelling {
  const { at, text } = pragma;
  const [, start = '', tool = '', word = '', inside, close, tail = ''] = FORM.exec(text) ?? [];
  const wrong = (problem: string, verb?: Verb): Misspelling => ({ at, problem, ...(verb ? { verb } : {}) });
  const verb = VERBS.find((one) => one === word);
  if (verb === undefined) return wrong(unknownWord(word));
  if (tool !== 'pyaudit') return wrong(`the comment begins with \`${tool}:\`; ${example(verb)}`);
  if (inside === undefined && tail === '') return wrong(`\`${verb}\` names no event`, verb);
  if (inside === undefined) return wrong(`\`${verb}\` wants its events in brackets; ${example(verb)}`);
  if (close === '') return wrong(`the bracket behind \`${verb}\` is not closed; ${example(verb)}`);
  const from = at.from + start.length + text.slice(start.length).indexOf('[') + 1;
  const names = selectors(inside, from);
  if (names.length === 0) return wrong(`the brackets behind \`${verb}\` are empty`, verb);
  const reason = /^\s*--\s*([\s\S]*?)\s*$/.exec(tail)?.[1];
  if (reason === undefined && tail.trim() !== '')
    return wrong(`only a reason may stand behind the brackets; write \` -- ${tail.trim()}\``);
  return { verb, names, pragma, ...(reason ? { reason } : {}) };
}

function unknownWord(word: string): string {
  const near = nearest(word, VERBS);
  const hint = near ? `did you mean \`${near}\`?` : `there are ${VERBS.join(', ')}.`;
  return word === ''
    ? `the comment says nothing; ${example('ignore')}`
    : `there is no \`${word}\`; ${hint} As in \`# pyaudit: ignore[os.system] -- reason\``;
}

/** The words of the list; a comma at its end adds none. */
function selectors(list: string, from: number): NamedEvents[] {
  const found: NamedEvents[] = [];
  for (const match of list.matchAll(/[^,]+/g)) {
    const word = match[0].trim();
    if (word === '') continue;
    const start = from + match.index + match[0].indexOf(word);
    found.push({ selector: word, at: { from: start, to: start + word.length } });
  }
  return found;
}
