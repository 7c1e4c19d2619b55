import * as K from '../kind-numbers.ts';
import type { SyntaxTable } from '../syntax-table.ts';
import { isStatement, type Scopes } from './scopes.ts';
import type { Findings } from './walk.ts';

/** Lib/__future__.py of CPython 3.15. */
const FEATURES = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

/** `from m import *` in an inner scope, and `from __future__ import` (Python/future.c). */
export function checkImport(findings: Findings, scopes: Scopes, node: number, parent: number): void {
  const { table } = findings;
  let from = table.first[node]!;
  const isLazy = table.kind[from] === K.kwLazy;
  if (isLazy) {
    checkLazy(findings, scopes, node);
    from = table.next[from]!;
  }
  if (table.kind[from] !== K.kwFrom) return;
  let child = table.next[from]!;
  const isFuture = isFutureModule(table, child);
  while (child >= 0 && table.kind[child] !== K.kwImport) child = table.next[child]!;
  const star = child < 0 ? -1 : table.next[child]!;
  const isStar = star >= 0 && table.kind[star] === K.star;
  if (isLazy && isFuture) findings.syntax(node, 'lazy from __future__ import is not allowed');
  if (isLazy && isStar) findings.semantic(star, 'lazy from ... import * is not allowed');
  if (isFuture) return checkFuture(findings, node, child, parent);
  if (isStar && scopes.at(scopes.enclosing()).kind !== 'module') {
    findings.semantic(star, 'import * only allowed at module level');
  }
}

/** PEP 810: only where a module's own code runs, and not where its errors would be caught. */
function checkLazy(findings: Findings, scopes: Scopes, node: number): void {
  for (let index = scopes.depth - 1; index > 0; index--) {
    const { kind } = scopes.at(index);
    if (kind === 'loop' || kind === 'iterable') continue;
    const place = kind === 'class' ? 'classes' : isStatement(kind) ? 'try/except blocks' : 'functions';
    findings.semantic(node, `lazy import not allowed inside ${place}`);
    return;
  }
}

function isFutureModule(table: SyntaxTable, name: number): boolean {
  if (name < 0 || table.kind[name] !== K.VariableName) return false;
  const following = table.next[name]!;
  if (following < 0 || table.kind[following] !== K.kwImport) return false;
  return table.to[name]! - table.from[name]! === 10 && table.text.startsWith('__future__', table.from[name]);
}

function checkFuture(findings: Findings, node: number, importWord: number, parent: number): void {
  const { table } = findings;
  if (!isAtBeginning(table, node, parent)) {
    findings.semantic(node, 'from __future__ imports must occur at the beginning of the file');
    return;
  }
  let fresh = true;
  for (let child = table.next[importWord]!; child >= 0; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.comma) fresh = true;
    else if (fresh && (kind === K.VariableName || kind === K.star)) {
      fresh = false;
      const name = table.text.slice(table.from[child], table.to[child]);
      if (name === 'braces') findings.semantic(child, 'not a chance');
      else if (!FEATURES.has(name)) findings.semantic(child, `future feature ${name} is not defined`);
    }
  }
}

/** Before it stand only a docstring and imports of its kind. */
function isAtBeginning(table: SyntaxTable, node: number, parent: number): boolean {
  const kind = table.kind[parent]!;
  if (kind !== K.Script && kind !== K.StatementGroup) return false;
  let mayBeDocstring = true;
  for (let statement = table.first[0]!; statement >= 0; statement = table.next[statement]!) {
    const group = table.kind[statement] === K.StatementGroup;
    let inner = group ? table.first[statement]! : statement;
    while (inner >= 0) {
      if (inner === node) return true;
      const type = table.kind[inner]!;
      if (type === K.ImportStatement) {
        if (!isFutureModule(table, table.next[table.first[inner]!]!)) return false;
      } else if (type === K.ExpressionStatement && mayBeDocstring) {
        const value = table.kind[table.first[inner]!];
        if (value !== K.StringLiteral && value !== K.ContinuedString) return false;
      } else if (type !== K.semicolon) return false;
      mayBeDocstring = false;
      inner = group ? table.next[inner]! : -1;
    }
  }
  return false;
}
