import * as K from '../kind-numbers.ts';
import type { Problem } from '../problem.ts';
import type { SyntaxTable } from '../syntax-table.ts';
import { checkArguments } from './calls.ts';
import { checkClause } from './captures.ts';
import { checkDebugName } from './debug-name.ts';
import { Declarations } from './declarations.ts';
import { checkHandlers } from './handlers.ts';
import { checkImport } from './imports.ts';
import { checkConditional, checkUnpacked, checkValues } from './lists.ts';
import { LOOKED_AT } from './looked-at.ts';
import { checkNamed } from './named.ts';
import { checkParameters, checkTypeParameters } from './parameters.ts';
import { checkPattern } from './patterns.ts';
import {
  checkAsync,
  checkAwait,
  checkJump,
  checkReturn,
  checkYield,
  closeScope,
  type Scope,
  Scopes,
} from './scopes.ts';
import { checkAssignment, checkDeletion, checkTarget, checkTargets, checkUpdate } from './targets.ts';
import { endOfBody, Findings, find } from './walk.ts';

/**
 * Problems of a module that the grammar accepts: what CPython's parser, symbol table and compiler refuse beyond it.
 * One pass over the nodes in order, parents first; no recursion.
 */
export function wholeProblems(table: SyntaxTable): Problem[] {
  const walk = new Walk(table);
  walk.run();
  checkDebugName(walk.findings);
  const { problems } = walk.findings;
  // CPython compiles nothing it could not parse, and so tells nothing of the second class then.
  const syntax = problems.filter((problem) => problem.class === 'syntax');
  return (syntax.length > 0 ? syntax : problems).sort((a, b) => a.from - b.from);
}

/** The state of one pass. */
class Walk {
  readonly findings: Findings;
  private readonly table: SyntaxTable;
  private readonly scopes = new Scopes();
  private readonly declarations: Declarations;
  /** Scopes that begin at a node further on; the nearest last. */
  private readonly coming: { readonly at: number; readonly scope: Scope }[] = [];
  /** Ancestors of the node being looked at, and the first node behind each. */
  private readonly parents: number[] = [];
  private readonly ends: number[] = [];

  constructor(table: SyntaxTable) {
    this.table = table;
    this.findings = new Findings(table);
    this.declarations = new Declarations(this.findings, this.scopes);
  }

  run(): void {
    const { kind, first, next } = this.table;
    const { parents, ends, scopes, coming } = this;
    const count = kind.length;
    scopes.push({ kind: 'module', node: 0, end: count });
    let scopeEnd = count;
    let comingAt = -1;
    let depth = 0;
    parents.push(-1);
    ends.push(count);
    for (let node = 0; node < count; node++) {
      while (node >= ends[depth]! && depth > 0) depth--;
      while (node >= scopeEnd) {
        closeScope(this.findings, scopes.pop());
        scopeEnd = scopes.top().end;
      }
      while (comingAt === node) {
        const { scope } = coming.pop()!;
        scopes.push(scope.kind === 'iterable' && scope.outer !== undefined ? this.outside(scope) : scope);
        scopeEnd = Math.min(scopeEnd, scope.end);
        comingAt = coming.length > 0 ? coming[coming.length - 1]!.at : -1;
      }
      const sibling = next[node]!;
      const end = sibling >= 0 ? sibling : ends[depth]!;
      if (LOOKED_AT[kind[node]!] === 1) {
        this.look(node, kind[node]!, parents[depth]!, end);
        scopeEnd = scopes.top().end;
        comingAt = coming.length > 0 ? coming[coming.length - 1]!.at : -1;
      }
      if (first[node]! >= 0) {
        depth++;
        parents[depth] = node;
        ends[depth] = end;
      }
    }
    while (scopes.depth > 0) closeScope(this.findings, scopes.pop());
  }

  /** A first iterable's scope, with the place of its comprehension on the stack as it is now. */
  private outside(scope: Scope): Scope {
    return { ...scope, outer: this.scopes.depth - 1 };
  }

  private look(node: number, kind: number, parent: number, end: number): void {
    const { findings, scopes, table } = this;
    switch (kind) {
      case K.star:
      case K.doubleStar:
        return checkUnpacked(findings, node, parent);
      case K.ArgList:
        checkArguments(findings, node, table.kind[parent] === K.ClassDefinition);
        if (find(table, table.first[node]!, K.kwFor) >= 0) this.comprehension(node, 'generator', end);
        return;
      case K.ComprehensionExpression:
        return this.comprehension(node, 'generator', end);
      case K.ArrayComprehensionExpression:
      case K.SetComprehensionExpression:
      case K.DictionaryComprehensionExpression:
        return this.comprehension(node, 'comprehension', end);
      case K.AwaitExpression:
        return checkAwait(findings, scopes, node);
      case K.YieldExpression:
      case K.YieldStatement:
        checkYield(findings, scopes, node);
        return checkValues(findings, table.next[table.first[node]!]!, -1);
      case K.NamedExpression:
        return checkNamed(findings, scopes, node);
      case K.ConditionalExpression:
        return checkConditional(findings, node);
      case K.LambdaExpression:
        return this.begin('lambda', node, this.lastChild(node), end);
      case K.ParamList:
        return checkParameters(findings, node);
      case K.FormatReplacement:
        return checkValues(findings, table.next[table.first[node]!]!, -1);
      case K.StarPattern:
      case K.LiteralPattern:
      case K.MappingPattern:
      case K.PatternArgList:
      case K.AsPattern:
        return checkPattern(findings, node, parent);
      default:
        return this.statement(node, kind, parent, end);
    }
  }

  private statement(node: number, kind: number, parent: number, end: number): void {
    const { findings, scopes, table } = this;
    switch (kind) {
      case K.AssignStatement:
        return this.assignment(node);
      case K.UpdateStatement:
        checkUpdate(findings, node);
        return checkValues(findings, table.next[find(table, table.first[node]!, K.UpdateOp)]!, -1);
      case K.DeleteStatement:
        return checkDeletion(findings, node);
      case K.ExpressionStatement:
        return checkValues(findings, table.first[node]!, -1);
      case K.ReturnStatement:
        checkReturn(findings, scopes, node);
        return checkValues(findings, table.next[table.first[node]!]!, -1);
      case K.BreakStatement:
        return checkJump(findings, scopes, node, 'break');
      case K.ContinueStatement:
        return checkJump(findings, scopes, node, 'continue');
      case K.ImportStatement:
        return checkImport(findings, scopes, node, parent);
      case K.ScopeStatement:
        return this.declarations.check(node);
      case K.ForStatement:
        return this.forLoop(node);
      case K.WhileStatement:
        return this.loop(node);
      case K.WithStatement:
        return this.withItems(node);
      case K.TryStatement:
        return this.handlers(node, end);
      case K.MatchBody:
        return this.clauses(node);
      default:
        return this.definition(node, kind, end);
    }
  }

  private definition(node: number, kind: number, end: number): void {
    const { table } = this;
    switch (kind) {
      case K.FunctionDefinition: {
        const isAsync = table.kind[table.first[node]!] === K.kwAsync;
        this.begin(isAsync ? 'async function' : 'function', node, this.lastChild(node), end);
        return this.generic(node, K.TypeDef);
      }
      case K.ClassDefinition:
        this.begin('class', node, this.lastChild(node), end);
        return this.generic(node, K.ArgList);
      case K.TypeDefinition:
        return this.type(node, this.lastChild(node), end, 'a type alias');
      case K.TypeParamList:
        return checkTypeParameters(this.findings, node);
      case K.TypeParam:
        return this.typeParameter(node, end);
      default:
        return;
    }
  }

  /** A scope that begins at a node further on. Of several that one node brings, the last in the text comes first. */
  private begin(kind: Scope['kind'], node: number, at: number, end: number, outer?: number): void {
    if (at < 0) return;
    const scope: Scope = outer === undefined ? { kind, node, end } : { kind, node, end, outer };
    this.coming.push({ at, scope });
  }

  private type(node: number, at: number, end: number, what: string): void {
    if (at >= 0) this.coming.push({ at, scope: { kind: 'type', node, end, what } });
  }

  /** Bases of a generic class, and the result type of a generic function, lie in its own scope of types. */
  private generic(node: number, kind: number): void {
    const { table } = this;
    const first = table.first[node]!;
    if (find(table, first, K.TypeParamList) < 0) return;
    const part = find(table, first, kind);
    if (part >= 0) this.type(node, part, table.next[part]!, 'the definition of a generic');
  }

  private typeParameter(node: number, end: number): void {
    const { table } = this;
    const first = table.first[node]!;
    const sort =
      table.kind[first] === K.star
        ? 'TypeVarTuple'
        : table.kind[first] === K.doubleStar
          ? 'ParamSpec'
          : 'TypeVar';
    const assign = find(table, first, K.AssignOp);
    if (assign >= 0) this.type(node, table.next[assign]!, end, `a ${sort} default`);
    const bound = find(table, first, K.TypeDef);
    if (bound >= 0)
      this.type(node, bound, table.next[bound]! < 0 ? end : table.next[bound]!, `a ${sort} bound`);
  }

  private lastChild(node: number): number {
    const { first, next } = this.table;
    let child = first[node]!;
    while (child >= 0 && next[child]! >= 0) child = next[child]!;
    return child;
  }

  private comprehension(node: number, kind: 'comprehension' | 'generator', end: number): void {
    const { table, findings, scopes } = this;
    const iterables: number[] = [];
    let isAsync = false;
    for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
      const type = table.kind[child]!;
      if (type === K.kwAsync) isAsync = true;
      else if (type === K.kwFor) {
        const word = find(table, child, K.kwIn);
        if (word < 0) break;
        checkTargets(findings, table.next[child]!, word);
        child = table.next[word]!;
        if (child < 0) break;
        iterables.push(child);
        if (table.kind[child] === K.LambdaExpression) findings.syntax(child, 'invalid syntax');
      }
    }
    scopes.push({ kind, node, end });
    if (isAsync && kind === 'comprehension') checkAwait(findings, scopes, node);
    for (let index = iterables.length - 1; index >= 0; index--) {
      const at = iterables[index]!;
      const after = table.next[at]! < 0 ? end : table.next[at]!;
      this.begin('iterable', node, at, after, index === 0 ? 0 : undefined);
    }
  }

  private assignment(node: number): void {
    const { table, findings } = this;
    checkAssignment(findings, node);
    const first = table.first[node]!;
    const second = table.next[first]!;
    if (second >= 0 && table.kind[second] === K.TypeDef && table.kind[first] === K.VariableName) {
      this.declarations.checkAnnotated(first);
    }
    let last = -1;
    for (let child = second; child >= 0; child = table.next[child]!) {
      if (table.kind[child] === K.AssignOp) last = child;
    }
    if (last >= 0) checkValues(findings, table.next[last]!, -1);
  }

  private forLoop(node: number): void {
    const { table, findings } = this;
    const first = table.first[node]!;
    if (table.kind[first] === K.kwAsync) checkAsync(findings, this.scopes, node, 'for');
    const word = find(table, first, K.kwFor);
    const into = find(table, first, K.kwIn);
    checkTargets(findings, table.next[word]!, into);
    checkValues(findings, table.next[into]!, find(table, first, K.Body));
    this.loop(node);
  }

  private loop(node: number): void {
    const { table } = this;
    const body = find(table, table.first[node]!, K.Body);
    if (body >= 0) this.begin('loop', node, body, endOfBody(table, body));
  }

  private withItems(node: number): void {
    const { table, findings } = this;
    const first = table.first[node]!;
    if (table.kind[first] === K.kwAsync) checkAsync(findings, this.scopes, node, 'with');
    for (let word = find(table, first, K.kwAs); word >= 0; word = find(table, table.next[word]!, K.kwAs)) {
      checkTarget(findings, table.next[word]!, 'assign to');
    }
  }

  private handlers(node: number, end: number): void {
    const starred = checkHandlers(this.findings, node);
    this.scopes.push({ kind: 'try', node, end });
    for (const body of starred.reverse()) this.begin('except-star', node, body, endOfBody(this.table, body));
  }

  private clauses(node: number): void {
    const { table } = this;
    for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
      if (table.kind[child] === K.MatchClause) checkClause(this.findings, child, table.next[child]! < 0);
    }
  }
}
