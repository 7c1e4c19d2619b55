import * as K from '../kind-numbers.ts';
import type { Findings } from './walk.ts';

const LOOSE_OPERATORS = new Set<number>([K.kwAnd, K.kwOr, K.CompareOp, K.kwIn, K.kwNot, K.kwIs]);

/** Whether an expression binds looser than `|`: what `*` may not stand before outside calls and subscripts. */
function isLoose(findings: Findings, node: number): boolean {
  const { table } = findings;
  switch (table.kind[node]) {
    case K.ConditionalExpression:
    case K.LambdaExpression:
    case K.NamedExpression:
      return true;
    case K.UnaryExpression:
      return table.kind[table.first[node]!] === K.kwNot;
    case K.BinaryExpression:
      return LOOSE_OPERATORS.has(table.kind[table.next[table.first[node]!]!]!);
    default:
      return false;
  }
}

/** The operand of a `*` or `**` node in a display or a list (star_named_expression: '*' bitwise_or). */
export function checkUnpacked(findings: Findings, star: number, parent: number): void {
  const { table } = findings;
  const kind = table.kind[parent]!;
  if (kind === K.ArgList || kind === K.MemberExpression || kind === K.ParamList) return;
  const operand = table.next[star]!;
  if (operand >= 0 && isLoose(findings, operand)) findings.syntax(operand, 'invalid syntax');
}

/**
 * A flat list from `child` up to `end`, where one starred expression without a comma is no value: statements,
 * right sides, replacement fields.
 */
export function checkValues(findings: Findings, child: number, end: number): void {
  const { table } = findings;
  if (child < 0 || child === end || table.kind[child] !== K.star) return;
  const value = table.next[child]!;
  const after = value < 0 ? -1 : table.next[value]!;
  if (after < 0 || after === end || table.kind[after] !== K.comma) {
    findings.semantic(child, "can't use starred expression here");
  }
}

/** `a if test else b`: the test is no lambda and no conditional expression without parentheses. */
export function checkConditional(findings: Findings, node: number): void {
  const { table } = findings;
  const test = table.next[table.next[table.first[node]!]!]!;
  if (test < 0) return;
  const kind = table.kind[test];
  if (kind === K.ConditionalExpression) findings.syntax(node, "expected 'else' after 'if' expression");
  else if (kind === K.LambdaExpression) findings.syntax(test, 'invalid syntax');
}
