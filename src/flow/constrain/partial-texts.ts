import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';

/** Stands in a text for a part that is not known; no name holds it. */
const ANYTHING = '\0';

/** Shorter parts are parts of too many names to tell which attribute is meant. */
const PARTS = /^(\w{3,}\0(\w*)|\w*\0\w{3,})$/;

/**
 * `'visit_' + name`, `f'do_{name}'`, `name + '_open'`, `'http_error_%s' % code`: texts of which a part is known, in
 * libraries that are summarised. As names of attributes they mean all that fit (`attributesLike`).
 */
export function partialText(f: Flow, activation: Activation, op: OpId): void {
  if (!f.summarises) return;
  const text = textWithGaps(activation.file.facts, op);
  if (text !== undefined && PARTS.test(text)) {
    f.p.solver.add(f.p.node(activation, op), f.p.values.of(VALUE.text, f.p.name(text)));
  }
}

function textWithGaps(facts: FileFacts, op: OpId): string | undefined {
  const a = facts.a[op]!;
  switch (facts.kind[op]) {
    case OP.Binary: {
      const operator = facts.names[facts.c[op]!];
      const left = constantText(facts, a);
      if (operator === '%') return left?.replace(/%[-\w]*[sdr]/g, ANYTHING);
      if (operator !== '+') return undefined;
      const right = constantText(facts, facts.b[op]!);
      return left === undefined && right === undefined
        ? undefined
        : `${left ?? ANYTHING}${right ?? ANYTHING}`;
    }
    case OP.Format:
      return [...listOf(facts, facts.b[op]!)].map((piece) => constantText(facts, piece) ?? ANYTHING).join('');
    default:
      return undefined;
  }
}

function constantText(facts: FileFacts, op: number): string | undefined {
  if (op < 0 || facts.kind[op] !== OP.Const) return undefined;
  const value = facts.constants[facts.a[op]!]!;
  return value.kind === 'str' ? value.value : undefined;
}

export const isPartialText = (text: string): boolean => text.includes(ANYTHING);

/** Runs `use` for each name that classes have and that fits a partial text. */
export function eachNameLike(
  f: Flow,
  names: Iterable<number>,
  text: string,
  use: (name: number) => void,
): void {
  const [before = '', ...rest] = text.split(ANYTHING);
  const after = rest[rest.length - 1] ?? '';
  for (const name of names) {
    const candidate = f.p.text(name);
    const fits = candidate.length >= before.length + after.length;
    if (fits && candidate.startsWith(before) && candidate.endsWith(after)) use(name);
  }
}
