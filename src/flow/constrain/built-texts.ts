import { type FileFacts, NO_OP, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Longer texts name nothing; with the bound on texts at a node, one that grows in a loop comes to an end. */
const LONGEST = 128;

/**
 * Texts built from texts that flow here, as in `getattr(self, 'visit_' + type(node).__name__)`: in programs that are
 * followed closely, since elsewhere too many meet.
 */
function addText(f: Flow, text: string, to: Node): void {
  if (text.length <= LONGEST) f.p.solver.add(to, f.p.values.of(VALUE.text, f.p.name(text)));
}

const textOf = (f: Flow, token: Token): string => f.p.text(f.p.values.x(token));

/** `left + right` for a left text. */
export function concatenateTexts(f: Flow, left: Token, rights: Node, to: Node): void {
  if (!f.contexts.isClose) return;
  f.p.solver.on(rights, (right) => {
    if (f.p.values.kind(right) === VALUE.text) addText(f, textOf(f, left) + textOf(f, right), to);
  });
}

/** An f-string with one replacement field. */
export function formatText(f: Flow, activation: Activation, op: OpId): void {
  if (!f.contexts.isClose) return;
  const { facts } = activation.file;
  const pieces = [...listOf(facts, facts.b[op]!)];
  const fields = pieces.filter((piece) => facts.kind[piece] === OP.FormatField);
  const [field] = fields;
  if (field === undefined || fields.length > 1 || facts.b[field] !== NO_OP || facts.c[field] === 1) return;
  const at = pieces.indexOf(field);
  const before = constantText(facts, pieces.slice(0, at));
  const after = constantText(facts, pieces.slice(at + 1));
  f.p.solver.on(f.p.node(activation, facts.a[field] as OpId), (token) => {
    if (f.p.values.kind(token) !== VALUE.text) return;
    addText(f, before + textOf(f, token) + after, f.p.node(activation, op));
  });
}

function constantText(facts: FileFacts, pieces: readonly number[]): string {
  return pieces
    .map((piece) => {
      const value = facts.kind[piece] === OP.Const ? facts.constants[facts.a[piece]!] : undefined;
      return value?.kind === 'str' ? value.value : '';
    })
    .join('');
}
