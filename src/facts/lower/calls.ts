import * as K from '../../parse/kind-numbers.ts';
import { argumentsOf, type CallShape, type NodeId } from '../../parse/nodes.ts';
import { ARGUMENT, CALL_FLAGS, CONTAINER, NO_OP, OP, type OpId } from '../ir.ts';
import { lowerComprehension } from './comprehensions.ts';
import { textOfCall } from './constant-texts.ts';
import type { Lowering } from './lowering.ts';
import { lowerText } from './texts.ts';

/**
 * A call whose callee is lowered already. The finding's region is the callee's last name. `harmless`: it runs no code
 * of the program.
 */
export function lowerCall(l: Lowering, node: NodeId, callee: OpId, shape: CallShape, harmless = false): OpId {
  const reads = onlyReads(l, callee);
  const list = lowerArguments(l, shape.arguments, reads);
  if (!reads && !harmless) l.known.releaseShared();
  const op = l.emit(OP.Call, node, callee, l.writer.list(list), CALL_FLAGS.none);
  const { from, to } = lastName(l, shape.callee);
  l.writer.pointAt(op, from, to);
  const text = textOfCall(l, callee, list);
  if (text !== undefined) return l.emit(OP.Const, node, l.writer.constant({ kind: 'str', value: text }));
  const length = lengthOfCall(l, callee, list);
  if (length !== undefined) return l.emit(OP.Const, node, l.writer.constant({ kind: 'int', value: length }));
  const value = lowerText(l, op, callee);
  return value === NO_OP ? op : value;
}

/** Builtins that look at a container and leave it as it is. */
const READERS = new Set(
  'all any bool dict enumerate filter iter len list map max min next print repr reversed set sorted str sum tuple zip'.split(
    ' ',
  ),
);

function onlyReads(l: Lowering, callee: OpId): boolean {
  return l.writer.kind[callee] === OP.LoadName && READERS.has(l.writer.names[l.writer.a[callee]!]!);
}

/** `len(x)` where the items of x are known. */
function lengthOfCall(l: Lowering, callee: OpId, list: readonly number[]): number | undefined {
  const { writer } = l;
  if (writer.kind[callee] !== OP.LoadName || writer.names[writer.a[callee]!] !== 'len') return undefined;
  return list.length === 3 && list[0] === ARGUMENT.positional
    ? l.known.displayed(list[2] as OpId)?.size
    : undefined;
}

/** Triples (argument kind, name or -1, value). */
export function lowerArguments(l: Lowering, list: NodeId, reads = false): number[] {
  const found: number[] = [];
  for (const argument of argumentsOf(l.table, list)) {
    switch (argument.kind) {
      case 'generator':
        found.push(ARGUMENT.positional, -1, lowerComprehension(l, argument.value, CONTAINER.generator));
        break;
      case 'keyword':
        found.push(ARGUMENT.keyword, l.name(argument.name), l.expression(argument.value));
        break;
      case 'star':
        found.push(ARGUMENT.star, -1, l.expression(argument.value));
        break;
      case 'double-star':
        found.push(ARGUMENT.doubleStar, -1, l.expression(argument.value));
        break;
      case 'positional': {
        const copy = reads ? l.known.copyOf(argument.value) : NO_OP;
        found.push(ARGUMENT.positional, -1, copy === NO_OP ? l.expression(argument.value) : copy);
      }
    }
  }
  return found;
}

/** The last name of a callee: `copytree` in `shutil.copytree`; the whole expression where it has none. */
export function lastName(l: Lowering, callee: NodeId): { from: number; to: number } {
  const attribute = l.table.is(callee, K.MemberExpression) ? l.table.child(callee, K.PropertyName) : callee;
  const node = attribute >= 0 ? attribute : callee;
  if (l.table.is(node, K.CallExpression)) {
    // `f(a)(b)`: the second call points to its own parentheses, so that the two can be told apart
    return { from: l.table.to[node]!, to: l.table.to[node]! };
  }
  return l.table.span(node);
}
