import * as K from '../kind-numbers.ts';
import type { Findings } from './walk.ts';

/**
 * What surrounds a node and matters to `return`, `yield`, `await`, `break` and `:=`. `loop`, `try` and `except-star`
 * are statements inside a scope; `iterable` is an iterable of a comprehension, the first of which runs outside of it.
 */
export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'async function'
  | 'lambda'
  | 'comprehension'
  | 'generator'
  | 'type'
  | 'loop'
  | 'try'
  | 'except-star'
  | 'iterable';

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: number;
  /** First node behind it. */
  readonly end: number;
  /** Of a first iterable, its comprehension's place on the stack: what encloses the iterable lies below. */
  readonly outer?: number;
  /** Of a type expression, what it is of. */
  readonly what?: string;
  yields?: boolean;
  returnsValue?: number;
}

/** Whether a kind is of a statement that makes no scope of names. */
export const isStatement = (kind: ScopeKind): boolean =>
  kind === 'loop' || kind === 'try' || kind === 'except-star';

/** The stack of scopes around the node being looked at. */
export class Scopes {
  private readonly open: Scope[] = [];

  push(scope: Scope): void {
    this.open.push(scope);
  }

  get depth(): number {
    return this.open.length;
  }

  top(): Scope {
    return this.open[this.open.length - 1]!;
  }

  pop(): Scope {
    return this.open.pop()!;
  }

  /** Index of the scope that runs a node here: blocks and iterables seen through; `from` is the index to begin at. */
  enclosing(from: number = this.open.length - 1): number {
    let index = from;
    for (;;) {
      const { kind, outer } = this.open[index]!;
      if (kind === 'iterable') index = outer === undefined ? index - 1 : outer - 1;
      else if (isStatement(kind)) index--;
      else return index;
    }
  }

  at(index: number): Scope {
    return this.open[index]!;
  }
}

export function checkReturn(findings: Findings, scopes: Scopes, node: number): void {
  const scope = scopes.at(scopes.enclosing());
  if (scope.kind !== 'function' && scope.kind !== 'async function') {
    findings.semantic(node, "'return' outside function");
    return;
  }
  if (scope.kind === 'async function' && findings.table.next[findings.table.first[node]!]! >= 0) {
    scope.returnsValue ??= node;
  }
  for (let index = scopes.depth - 1; scopes.at(index) !== scope; index--) {
    if (scopes.at(index).kind === 'except-star') refuseInExceptStar(findings, node);
  }
}

export function checkJump(
  findings: Findings,
  scopes: Scopes,
  node: number,
  word: 'break' | 'continue',
): void {
  for (let index = scopes.depth - 1; ; index--) {
    const { kind } = scopes.at(index);
    if (kind === 'loop') return;
    if (kind === 'except-star') return refuseInExceptStar(findings, node);
    if (kind !== 'try' && kind !== 'iterable') break;
  }
  findings.semantic(node, word === 'break' ? "'break' outside loop" : "'continue' not properly in loop");
}

function refuseInExceptStar(findings: Findings, node: number): void {
  findings.semantic(node, "'break', 'continue' and 'return' cannot appear in an 'except*' block");
}

export function checkYield(findings: Findings, scopes: Scopes, node: number): void {
  const { table } = findings;
  const scope = scopes.at(scopes.enclosing());
  const word = table.first[node]!;
  const following = table.next[word]!;
  switch (scope.kind) {
    case 'function':
    case 'lambda':
      return;
    case 'async function':
      scope.yields = true;
      if (following >= 0 && table.kind[following] === K.kwFrom) {
        findings.semantic(node, "'yield from' inside async function");
      }
      return;
    case 'comprehension':
      findings.semantic(node, `'yield' inside ${comprehensionName(table.kind[scope.node]!)}`);
      return;
    case 'generator':
      findings.semantic(node, "'yield' inside generator expression");
      return;
    case 'type':
      findings.semantic(node, `yield expression cannot be used within ${scope.what}`);
      return;
    default:
      findings.semantic(node, "'yield' outside function");
  }
}

function comprehensionName(kind: number): string {
  if (kind === K.ArrayComprehensionExpression) return 'list comprehension';
  return kind === K.SetComprehensionExpression ? 'set comprehension' : 'dict comprehension';
}

/** `await`, or `async for` in a comprehension. */
export function checkAwait(findings: Findings, scopes: Scopes, node: number): void {
  let index = scopes.enclosing();
  const first = scopes.at(index);
  if (first.kind === 'type') {
    findings.semantic(node, `await expression cannot be used within ${first.what}`);
    return;
  }
  // What awaits in a list makes the list awaited by what is around it; a generator is only made there.
  while (scopes.at(index).kind === 'comprehension') index = scopes.enclosing(index - 1);
  const { kind } = scopes.at(index);
  if (kind === 'async function' || kind === 'generator') return;
  if (first.kind === 'comprehension') {
    findings.semantic(first.node, 'asynchronous comprehension outside of an asynchronous function');
  } else if (kind === 'function' || kind === 'lambda') {
    findings.semantic(node, "'await' outside async function");
  } else findings.semantic(node, "'await' outside function");
}

/** `async for` and `async with` as statements. */
export function checkAsync(findings: Findings, scopes: Scopes, node: number, word: 'for' | 'with'): void {
  if (scopes.at(scopes.enclosing()).kind !== 'async function') {
    findings.semantic(node, `'async ${word}' outside async function`);
  }
}

/** When a function ends: what only its whole body tells. */
export function closeScope(findings: Findings, scope: Scope): void {
  if (scope.yields && scope.returnsValue !== undefined) {
    findings.semantic(scope.returnsValue, "'return' with value in async generator");
  }
}
