import * as K from '../kind-numbers.ts';
import { type Findings, find } from './walk.ts';

// Patterns of `match` (PEP 634; Grammar/python.gram, Python/ast.c, Python/compile.c).

/** A pattern by itself: what the grammar of patterns refuses. `parent` is the node around it. */
export function checkPattern(findings: Findings, node: number, parent: number): void {
  const { table } = findings;
  switch (table.kind[node]) {
    case K.StarPattern:
      return checkStar(findings, node, parent);
    case K.LiteralPattern:
      return checkLiteral(findings, node);
    case K.PatternArgList:
      return checkClassArguments(findings, node);
    case K.MappingPattern:
      return checkMapping(findings, node);
    case K.AsPattern: {
      const target = lastChild(findings, node);
      if (textOf(findings, target) === '_') findings.syntax(target, "cannot use '_' as a target");
      return;
    }
    default:
      return;
  }
}

function textOf(findings: Findings, node: number): string {
  return findings.table.text.slice(findings.table.from[node], findings.table.to[node]);
}

function lastChild(findings: Findings, node: number): number {
  const { first, next } = findings.table;
  let child = first[node]!;
  while (next[child]! >= 0) child = next[child]!;
  return child;
}

/** `*rest` stands in a sequence: brackets, or parentheses or a `case` with a comma. */
function checkStar(findings: Findings, node: number, parent: number): void {
  const { table } = findings;
  const kind = table.kind[parent]!;
  const isSequence = kind === K.SequencePattern && table.kind[table.first[parent]!] === K.bracketOpen;
  if (isSequence) return;
  const comma = find(table, table.first[parent]!, K.comma);
  if ((kind !== K.SequencePattern && kind !== K.MatchClause) || comma < 0) {
    findings.syntax(node, 'invalid syntax');
  }
}

function checkLiteral(findings: Findings, node: number): void {
  const { table } = findings;
  const first = table.first[node]!;
  const kind = table.kind[first]!;
  if (kind === K.FormatString || kind === K.TemplateString || kind === K.ContinuedString) {
    if (kind !== K.ContinuedString || hasFormat(findings, first)) {
      findings.semantic(node, 'patterns may only match literals and attribute lookups');
    }
    return;
  }
  if (kind === K.ArithOp && textOf(findings, first) !== '-') findings.syntax(first, 'invalid syntax');
  const number = kind === K.ArithOp ? table.next[first]! : first;
  const operator = number < 0 ? -1 : table.next[number]!;
  if (operator < 0) return;
  const imaginary = (part: number) => /j$/i.test(textOf(findings, part));
  if (imaginary(number)) findings.syntax(number, 'real number required in complex literal');
  const second = table.next[operator]!;
  if (second >= 0 && !imaginary(second)) {
    findings.syntax(second, 'imaginary number required in complex literal');
  }
}

function hasFormat(findings: Findings, node: number): boolean {
  const { table } = findings;
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
    if (table.kind[child] !== K.StringLiteral) return true;
  }
  return false;
}

function checkClassArguments(findings: Findings, node: number): void {
  const { table } = findings;
  const names = new Set<string>();
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.KeywordPattern) {
      const name = textOf(findings, table.first[child]!);
      if (names.has(name)) {
        findings.semantic(child, `attribute name repeated in class pattern: ${name}`);
      }
      names.add(name);
    } else if (names.size > 0 && kind !== K.comma && kind !== K.parenClose) {
      findings.syntax(child, 'positional patterns follow keyword patterns');
    }
  }
}

function checkMapping(findings: Findings, node: number): void {
  const { table } = findings;
  const keys = new Set<string>();
  let rest = false;
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.doubleStar) {
      if (rest) findings.syntax(child, 'invalid syntax');
      rest = true;
      const name = table.next[child]!;
      if (name >= 0 && textOf(findings, name) === '_') findings.syntax(name, 'invalid syntax');
      child = name;
      if (child < 0) return;
    } else if (kind === K.LiteralPattern || kind === K.AttributePattern) {
      const following = table.next[child]!;
      if (following < 0 || table.kind[following] !== K.colon) continue;
      if (rest) findings.syntax(child, 'invalid syntax');
      const key = textOf(findings, child);
      if (kind === K.LiteralPattern && keys.has(key)) {
        findings.semantic(child, `mapping pattern checks duplicate key (${key})`);
      }
      keys.add(key);
    }
  }
}
