import * as K from '../kind-numbers.ts';
import type { Findings } from './walk.ts';

const NAME = '__debug__';

/** `__debug__` may not be bound (Python/compile.c, forbidden_name). Rare: a text without the word is not searched. */
export function checkDebugName(findings: Findings): void {
  const { table } = findings;
  if (!table.text.includes(NAME)) return;
  const parents = new Int32Array(table.kind.length).fill(-1);
  for (let node = 0; node < table.kind.length; node++) {
    for (let child = table.first[node]!; child >= 0; child = table.next[child]!) parents[child] = node;
    const kind = table.kind[node];
    if (kind !== K.VariableName && kind !== K.PropertyName) continue;
    if (table.to[node]! - table.from[node]! !== NAME.length) continue;
    if (!table.text.startsWith(NAME, table.from[node])) continue;
    let place = node;
    if (kind === K.PropertyName) place = parents[node]!;
    while (DISPLAYS.has(table.kind[parents[place]!]!)) place = parents[place]!;
    if (binds(findings, place, parents[place]!, place !== node)) {
      findings.semantic(node, 'cannot assign to __debug__');
    }
  }
}

const DISPLAYS = new Set<number>([K.TupleExpression, K.ArrayExpression, K.ParenthesizedExpression]);

/** Whether a child stands where its parent binds it. */
function binds(findings: Findings, child: number, parent: number, compound: boolean): boolean {
  const { table } = findings;
  const following = table.next[child]!;
  const next = following < 0 ? -1 : table.kind[following]!;
  const previous = previousKind(findings, child, parent);
  switch (table.kind[parent]) {
    case K.AssignStatement: {
      if (next === K.TypeDef) return true;
      for (let later = following; later >= 0; later = table.next[later]!) {
        if (table.kind[later] === K.AssignOp) return true;
      }
      return false;
    }
    case K.UpdateStatement:
      return next === K.UpdateOp;
    case K.NamedExpression:
    case K.ArgList:
      return !compound && next === K.AssignOp;
    case K.DeleteStatement:
      return true;
    case K.FunctionDefinition:
    case K.ClassDefinition:
    case K.ImportStatement:
      return !compound;
    case K.ParamList:
      return !compound && previous !== K.AssignOp;
    case K.ForStatement:
      for (let later = following; later >= 0; later = table.next[later]!) {
        if (table.kind[later] === K.kwIn) return true;
      }
      return false;
    case K.WithStatement:
    case K.TryStatement:
      return previous === K.kwAs;
    default:
      return false;
  }
}

function previousKind(findings: Findings, child: number, parent: number): number {
  const { table } = findings;
  let previous = -1;
  for (let one = table.first[parent]!; one !== child; one = table.next[one]!) previous = table.kind[one]!;
  return previous;
}
