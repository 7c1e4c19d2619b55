import * as K from '../kind-numbers.ts';
import type { Findings } from './walk.ts';

/** What the parameters before one have brought. */
interface Seen {
  readonly names: Set<string>;
  count: number;
  defaults: boolean;
  slash: boolean;
  star: boolean;
  /** A `*` without a name that still waits for a named parameter. */
  bare: number;
  doubleStar: boolean;
}

/** Order and names of parameters (Grammar/python.gram: parameters, invalid_parameters; Python/symtable.c). */
export function checkParameters(findings: Findings, list: number): void {
  const { table } = findings;
  const seen: Seen = {
    names: new Set(),
    count: 0,
    defaults: false,
    slash: false,
    star: false,
    bare: -1,
    doubleStar: false,
  };
  let child = table.first[list]!;
  while (child >= 0) {
    const kind = table.kind[child]!;
    if (kind === K.parenOpen || kind === K.parenClose || kind === K.comma) child = table.next[child]!;
    else child = parameter(findings, seen, child);
  }
  if (seen.bare >= 0) findings.syntax(seen.bare, 'named arguments must follow bare *');
}

/** Checks the parameter that begins at `child`; gives the child behind it. */
function parameter(findings: Findings, seen: Seen, child: number): number {
  const { table } = findings;
  const kind = table.kind[child]!;
  let next = table.next[child]!;
  if (seen.doubleStar) findings.syntax(child, 'arguments cannot follow var-keyword argument');
  if (kind === K.ArithOp) {
    if (seen.slash) findings.syntax(child, '/ may appear only once');
    else if (seen.star) findings.syntax(child, '/ must be ahead of *');
    else if (seen.count === 0) findings.syntax(child, 'at least one argument must precede /');
    seen.slash = true;
    return next;
  }
  if (kind === K.star || kind === K.doubleStar) {
    if (kind === K.star) {
      if (seen.star) findings.syntax(child, '* argument may appear only once');
      seen.star = true;
    } else seen.doubleStar = true;
    const named = next >= 0 && table.kind[next] === K.VariableName;
    if (kind === K.star && !named) {
      seen.bare = child;
      return next;
    }
    if (kind === K.doubleStar && seen.bare >= 0) {
      findings.syntax(seen.bare, 'named arguments must follow bare *');
      seen.bare = -1;
    }
    child = next;
    next = child < 0 ? -1 : table.next[child]!;
  } else seen.bare = -1;
  if (child < 0) return -1;
  const starred = kind === K.star || kind === K.doubleStar;
  const name = table.text.slice(table.from[child], table.to[child]);
  if (seen.names.has(name)) findings.semantic(child, `duplicate argument '${name}' in function definition`);
  seen.names.add(name);
  seen.count++;
  let defaulted = false;
  for (
    ;
    next >= 0 && table.kind[next] !== K.comma && table.kind[next] !== K.parenClose;
    next = table.next[next]!
  ) {
    if (table.kind[next] === K.AssignOp) defaulted = true;
  }
  if (!starred && !seen.star) {
    if (defaulted) seen.defaults = true;
    else if (seen.defaults) {
      findings.syntax(child, 'parameter without a default follows parameter with a default');
    }
  }
  return next;
}

/** Names and defaults of type parameters (PEP 695, PEP 696). */
export function checkTypeParameters(findings: Findings, list: number): void {
  const { table } = findings;
  const names = new Set<string>();
  let defaulted = false;
  for (let child = table.first[list]!; child >= 0; child = table.next[child]!) {
    if (table.kind[child] !== K.TypeParam) continue;
    let hasDefault = false;
    let name = '';
    for (let part = table.first[child]!; part >= 0; part = table.next[part]!) {
      if (table.kind[part] === K.AssignOp) hasDefault = true;
      else if (name === '' && table.kind[part] === K.VariableName) {
        name = table.text.slice(table.from[part], table.to[part]);
      }
    }
    if (names.has(name)) findings.semantic(child, `duplicate type parameter '${name}'`);
    names.add(name);
    if (defaulted && !hasDefault) {
      findings.semantic(child, `non-default type parameter '${name}' follows default type parameter`);
    }
    defaulted ||= hasDefault;
  }
}
