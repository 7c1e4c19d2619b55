import { KIND } from '../kinds.ts';
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
    if (kind !== KIND.VariableName && kind !== KIND.PropertyName) continue;
    if (table.to[node]! - table.from[node]! !== NAME.length) continue;
    if (!table.text.startsWith(NAME, table.from[node])) continue;
    let place = node;
    if (kind === KIND.PropertyName) place = parents[node]!;
    while (DISPLAYS.has(table.kind[parents[place]!]!)) place = parents[place]!;
    if (binds(findings, place, parents[place]!, place !== node)) {
      findings.semantic(node, 'cannot assign to __debug__');
    }
  }
}

const DISPLAYS = new Set<number>([KIND.TupleExpression, KIND.ArrayExpression, KIND.ParenthesizedExpression]);

/** Whether a child stands where its parent binds it. */
function binds(findings: Findings, child: number, parent: number, compound: boolean): boolean {
  const { table } = findings;
  const following = table.next[child]!;
  const next = following < 0 ? -1 : table.kind[following]!;
  const previous = previousKind(findings, child, parent);
  switch (table.kind[parent]) {
    case KIND.AssignStatement: {
      if (next === KIND.TypeDef) return true;
      for (let later = following; later >= 0; later = table.next[later]!) {
        if (table.kind[later] === KIND.AssignOp) return true;
      }
      return false;
    }
    case KIND.UpdateStatement:
      return next === KIND.UpdateOp;
    case KIND.NamedExpression:
    case KIND.ArgList:
      return !compound && next === KIND.AssignOp;
    case KIND.DeleteStatement:
      return true;
    case KIND.FunctionDefinition:
    case KIND.ClassDefinition:
    case KIND.ImportStatement:
      return !compound;
    case KIND.ParamList:
      return !compound && previous !== KIND.AssignOp;
    case KIND.ForStatement:
      for (let later = following; later >= 0; later = table.next[later]!) {
        if (table.kind[later] === KIND.in) return true;
      }
      return false;
    case KIND.WithStatement:
    case KIND.TryStatement:
      return previous === KIND.as;
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
