import * as K from '../kind-numbers.ts';
import { type Findings, unparenthesized } from './walk.ts';

// What may be assigned to (Grammar/python.gram: star_targets, del_target, single_target).

/** How CPython names an expression that is no target (Parser/pegen_errors.c, _PyPegen_get_expr_name). */
const NAMES: Readonly<Record<number, string>> = {
  [K.CallExpression]: 'function call',
  [K.UnaryExpression]: 'expression',
  [K.NumberLiteral]: 'literal',
  [K.StringLiteral]: 'literal',
  [K.ContinuedString]: 'literal',
  [K.FormatString]: 'f-string expression',
  [K.TemplateString]: 't-string expression',
  [K.Ellipsis]: 'ellipsis',
  [K.None]: 'None',
  [K.ConditionalExpression]: 'conditional expression',
  [K.LambdaExpression]: 'lambda',
  [K.YieldExpression]: 'yield expression',
  [K.AwaitExpression]: 'await expression',
  [K.NamedExpression]: 'named expression',
  [K.ComprehensionExpression]: 'generator expression',
  [K.ArrayComprehensionExpression]: 'list comprehension',
  [K.DictionaryExpression]: 'dict literal',
  [K.DictionaryComprehensionExpression]: 'dict comprehension',
  [K.SetExpression]: 'set display',
  [K.SetComprehensionExpression]: 'set comprehension',
  [K.TupleExpression]: 'tuple',
  [K.ArrayExpression]: 'list',
};

function nameOf(findings: Findings, node: number): string {
  const { table } = findings;
  const kind = table.kind[node]!;
  if (kind === K.BooleanLiteral) return table.text.slice(table.from[node], table.to[node]);
  if (kind !== K.BinaryExpression) return NAMES[kind] ?? 'expression';
  const operator = table.kind[table.next[table.first[node]!]!]!;
  const compares = [K.CompareOp, K.kwIn, K.kwNot, K.kwIs].includes(operator);
  return compares ? 'comparison' : 'expression';
}

const isDisplay = (kind: number): boolean => kind === K.TupleExpression || kind === K.ArrayExpression;
const isSimple = (kind: number): boolean => kind === K.VariableName || kind === K.MemberExpression;
const isPunctuation = (kind: number): boolean =>
  kind === K.comma ||
  kind === K.parenOpen ||
  kind === K.parenClose ||
  kind === K.bracketOpen ||
  kind === K.bracketClose;

/** One expression to be assigned to or deleted, displays opened. */
export function checkTarget(findings: Findings, node: number, verb: 'assign to' | 'delete'): void {
  const { table } = findings;
  const open = [node];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    const inner = unparenthesized(table, target);
    if (inner < 0 || isSimple(table.kind[inner]!)) continue;
    if (isDisplay(table.kind[inner]!)) {
      for (let child = table.first[inner]!; child >= 0; child = table.next[child]!) {
        const kind = table.kind[child]!;
        if (kind === K.star && verb === 'delete') findings.syntax(child, 'cannot delete starred');
        else if (kind !== K.star && !isPunctuation(kind)) open.push(child);
      }
      checkStars(findings, table.first[inner]!, -1);
    } else findings.syntax(inner, `cannot ${verb} ${nameOf(findings, inner)}`);
  }
}

/** A flat list of targets from `child` up to `end` (exclusive). */
export function checkTargets(findings: Findings, child: number, end: number): void {
  const { table } = findings;
  let commas = 0;
  let star = -1;
  const first = child;
  for (; child >= 0 && child !== end; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.comma) commas++;
    else if (kind === K.star) star = child;
    else checkTarget(findings, child, 'assign to');
  }
  if (star >= 0 && commas === 0) {
    findings.semantic(star, 'starred assignment target must be in a list or tuple');
  }
  checkStars(findings, first, end);
}

/** A list of targets may hold one starred name. */
function checkStars(findings: Findings, child: number, end: number): void {
  const { table } = findings;
  let stars = 0;
  for (; child >= 0 && child !== end; child = table.next[child]!) {
    if (table.kind[child] === K.star && ++stars === 2) {
      findings.semantic(child, 'multiple starred expressions in assignment');
    }
  }
}

/** `t = u = value` and `t: T = value`. */
export function checkAssignment(findings: Findings, node: number): void {
  const { table } = findings;
  const first = table.first[node]!;
  const second = table.next[first]!;
  if (second >= 0 && table.kind[second] === K.TypeDef) return checkAnnotated(findings, first);
  let from = first;
  for (let child = first; child >= 0; child = table.next[child]!) {
    if (table.kind[child] !== K.AssignOp) continue;
    if (table.kind[from] === K.YieldExpression) {
      findings.syntax(from, 'assignment to yield expression not possible');
    } else checkTargets(findings, from, child);
    from = table.next[child]!;
  }
}

function checkAnnotated(findings: Findings, target: number): void {
  const { table } = findings;
  const inner = unparenthesized(table, target);
  const kind = table.kind[inner]!;
  if (isSimple(kind)) return;
  if (kind === K.TupleExpression) findings.syntax(target, 'only single target (not tuple) can be annotated');
  else if (kind === K.ArrayExpression)
    findings.syntax(target, 'only single target (not list) can be annotated');
  else findings.syntax(target, 'illegal target for annotation');
}

/** `t += value` */
export function checkUpdate(findings: Findings, node: number): void {
  const { table } = findings;
  const inner = unparenthesized(table, table.first[node]!);
  if (inner < 0 || isSimple(table.kind[inner]!)) return;
  findings.syntax(inner, `'${nameOf(findings, inner)}' is an illegal expression for augmented assignment`);
}

/** `del t, u` */
export function checkDeletion(findings: Findings, node: number): void {
  const { table } = findings;
  for (let child = table.next[table.first[node]!]!; child >= 0; child = table.next[child]!) {
    if (!isPunctuation(table.kind[child]!)) checkTarget(findings, child, 'delete');
  }
}
