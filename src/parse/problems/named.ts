import * as K from '../kind-numbers.ts';
import { isStatement, type Scopes } from './scopes.ts';
import type { Findings } from './walk.ts';

/** `name := value` in comprehensions and types (PEP 572; Python/symtable.c). */
export function checkNamed(findings: Findings, scopes: Scopes, node: number): void {
  const { table } = findings;
  const name = table.first[node]!;
  const text = table.text.slice(table.from[name], table.to[name]);
  let inComprehension = false;
  for (let index = scopes.depth - 1; index >= 0; index--) {
    const scope = scopes.at(index);
    if (scope.kind === 'type') {
      findings.semantic(node, `named expression cannot be used within ${scope.what}`);
      return;
    }
    if (scope.kind === 'iterable') {
      findings.semantic(node, 'assignment expression cannot be used in a comprehension iterable expression');
      return;
    }
    if (scope.kind === 'comprehension' || scope.kind === 'generator') {
      inComprehension = true;
      if (iterates(findings, scope.node, text)) {
        const message = `assignment expression cannot rebind comprehension iteration variable '${text}'`;
        findings.semantic(node, message);
        return;
      }
    } else if (scope.kind === 'class') {
      if (inComprehension) {
        findings.semantic(
          node,
          'assignment expression within a comprehension cannot be used in a class body',
        );
      }
      return;
    } else if (!isStatement(scope.kind)) return;
  }
}

/** Whether a comprehension has a name among its targets. */
function iterates(findings: Findings, node: number, name: string): boolean {
  const { table } = findings;
  let inTarget = false;
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.kwFor) inTarget = true;
    else if (kind === K.kwIn) inTarget = false;
    else if (inTarget && binds(findings, child, name)) return true;
  }
  return false;
}

function binds(findings: Findings, node: number, name: string): boolean {
  const { table } = findings;
  const open = [node];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    const kind = table.kind[target]!;
    if (kind === K.VariableName) {
      if (table.text.slice(table.from[target], table.to[target]) === name) return true;
    } else if (kind !== K.MemberExpression) {
      for (let child = table.first[target]!; child >= 0; child = table.next[child]!) open.push(child);
    }
  }
  return false;
}
