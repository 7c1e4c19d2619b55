import * as K from '../kind-numbers.ts';
import { NO_NODE, type NodeId, type SyntaxTable } from '../syntax-table.ts';
import { ListReading, type ListShape, listFrom, listShape } from './lists.ts';

/** Statements of a Script, Body or statement group, in order; groups (`a; b`) are opened. */
export function statementsOf(table: SyntaxTable, block: NodeId): readonly NodeId[] {
  const found: NodeId[] = [];
  if (block < 0) return found;
  for (let child = table.firstChild(block); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind === K.StatementGroup) {
      for (const inner of statementsOf(table, child)) found.push(inner);
    } else if (kind !== K.colon && kind !== K.semicolon && kind !== K.Broken) found.push(child);
  }
  return found;
}

/** Children split at nodes of one kind. */
function splitAt(table: SyntaxTable, nodes: readonly NodeId[], kind: number): NodeId[][] {
  const parts: NodeId[][] = [[]];
  for (const node of nodes) {
    if (table.kind[node] === kind) parts.push([]);
    else parts[parts.length - 1]!.push(node);
  }
  return parts;
}

/** `t1 = t2 = value`, `t: T`, `t: T = value`. */
export interface AssignShape {
  readonly targets: readonly ListShape[];
  readonly annotation: NodeId;
  readonly value?: ListShape;
}

export function assignShape(table: SyntaxTable, node: NodeId): AssignShape {
  const targets: ListShape[] = [];
  let annotation: NodeId = NO_NODE;
  let part = new ListReading();
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind === K.AssignOp) {
      targets.push(part.end());
      part = new ListReading();
    } else if (kind === K.TypeDef && annotation < 0) annotation = annotationOf(table, child);
    else part.take(child, kind);
  }
  if (targets.length === 0) return { targets: [part.end()], annotation };
  return { targets, annotation, value: part.end() };
}

function annotationOf(table: SyntaxTable, typeDef: NodeId): NodeId {
  let child = table.firstChild(typeDef);
  while (child >= 0 && table.kind[child] === K.colon) child = table.nextSibling(child);
  return child;
}

/** `target += value`; `operator` without the `=`. */
export function updateShape(table: SyntaxTable, node: NodeId) {
  const operator = table.child(node, K.UpdateOp);
  return {
    target: table.firstChild(node),
    operator: operator < 0 ? '' : table.slice(operator).slice(0, -1),
    value: listFrom(table, operator < 0 ? NO_NODE : table.nextSibling(operator), NO_NODE),
  };
}

/** What follows a keyword: expressions of return, del, raise, assert, global, an expression statement. */
export function operandsOf(table: SyntaxTable, node: NodeId): ListShape {
  const list = new ListReading();
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    switch (kind) {
      case K.kwReturn:
      case K.kwDel:
      case K.kwRaise:
      case K.kwAssert:
      case K.kwGlobal:
      case K.kwNonlocal:
      case K.kwFrom:
      case K.kwPrint:
        break;
      default:
        list.take(child, kind);
    }
  }
  return list.end();
}

export interface ImportedName {
  /** `a.b.c` of `import a.b.c`, `name` of `from m import name`. */
  readonly name: string;
  /** The name bound: the alias, else the first part. */
  readonly bound: NodeId;
  readonly alias: boolean;
  readonly from: number;
  readonly to: number;
}

export type ImportShape =
  | { readonly kind: 'import'; readonly lazy: boolean; readonly names: readonly ImportedName[] }
  | {
      readonly kind: 'from';
      readonly lazy: boolean;
      /** Leading dots. */
      readonly level: number;
      readonly module: string;
      /** Where the module's name stands (dots included). */
      readonly moduleFrom: number;
      readonly moduleTo: number;
      readonly names: readonly ImportedName[];
      readonly star: boolean;
    };

export function importShape(table: SyntaxTable, node: NodeId): ImportShape {
  const children = table.children(node);
  const lazy = children.some((child) => table.kind[child] === K.kwLazy);
  const start = children.findIndex((child) => table.kind[child] === K.kwFrom);
  const importAt = children.findIndex((child) => table.kind[child] === K.kwImport);
  const names = importedNames(table, children.slice(importAt + 1));
  if (start < 0 || (importAt >= 0 && start > importAt)) return { kind: 'import', lazy, names };
  const path = children.slice(start + 1, importAt < 0 ? undefined : importAt);
  const dots = path.filter((child) => table.kind[child] === K.dot || table.kind[child] === K.Ellipsis);
  const parts = path.filter(
    (child) => table.kind[child] === K.VariableName || table.kind[child] === K.PropertyName,
  );
  const firstPart = parts[0];
  const leading = dots.filter((dot) => firstPart === undefined || dot < firstPart);
  const level = leading.reduce((sum, dot) => sum + (table.kind[dot] === K.Ellipsis ? 3 : 1), 0);
  return {
    kind: 'from',
    lazy,
    level,
    module: dotted(table, parts),
    moduleFrom: path[0] === undefined ? table.from[node]! : table.from[path[0]]!,
    moduleTo: path.length ? table.to[path[path.length - 1]!]! : table.to[node]!,
    names,
    star: children.slice(importAt + 1).some((child) => table.kind[child] === K.star),
  };
}

const dotted = (table: SyntaxTable, path: readonly NodeId[]): string =>
  path.length === 1 ? table.slice(path[0]!) : path.map((part) => table.slice(part)).join('.');

function importedNames(table: SyntaxTable, nodes: readonly NodeId[]): ImportedName[] {
  const found: ImportedName[] = [];
  for (const part of splitAt(table, nodes, K.comma)) {
    const names = part.filter((n) => table.kind[n] === K.VariableName || table.kind[n] === K.PropertyName);
    const as = part.find((node) => table.kind[node] === K.kwAs);
    const path = as === undefined ? names : names.filter((node) => node < as);
    const alias = as === undefined ? undefined : names.find((node) => node > as);
    const first = path[0];
    if (first === undefined) continue;
    found.push({
      name: dotted(table, path),
      bound: alias ?? first,
      alias: alias !== undefined,
      from: table.from[first]!,
      to: table.to[path[path.length - 1]!]!,
    });
  }
  return found;
}

/** Tests with their blocks in order; the `else` block last without a test. Serves `if`. */
export function ifShape(table: SyntaxTable, node: NodeId) {
  const branches: { test: NodeId; body: NodeId }[] = [];
  let otherwise: NodeId = NO_NODE;
  let test: NodeId = NO_NODE;
  let isElse = false;
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind === K.kwElse) isElse = true;
    else if (kind === K.Body) {
      if (isElse) otherwise = child;
      else branches.push({ test, body: child });
      test = NO_NODE;
    } else if (kind !== K.kwIf && kind !== K.kwElif && kind !== K.Broken) test = child;
  }
  return { branches, otherwise };
}

export function whileShape(table: SyntaxTable, node: NodeId) {
  const bodies = table.children(node).filter((child) => table.kind[child] === K.Body);
  const test = table
    .children(node)
    .find((c) => table.kind[c] !== K.kwWhile && table.kind[c] !== K.Body && table.kind[c] !== K.Broken);
  return { test: test ?? NO_NODE, body: bodies[0] ?? NO_NODE, otherwise: bodies[1] ?? NO_NODE };
}

export interface ForShape {
  readonly async: boolean;
  readonly target: ListShape;
  readonly iterable: ListShape;
  readonly body: NodeId;
  readonly otherwise: NodeId;
}

export function forShape(table: SyntaxTable, node: NodeId): ForShape {
  let async = false;
  const target = new ListReading();
  const iterable = new ListReading();
  let part: ListReading | undefined;
  let body: NodeId = NO_NODE;
  let otherwise: NodeId = NO_NODE;
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind === K.kwAsync) async = true;
    else if (kind === K.kwFor) part = target;
    else if (kind === K.kwIn) part = iterable;
    else if (kind === K.Body) {
      part = undefined;
      if (body < 0) body = child;
      else if (otherwise < 0) otherwise = child;
    } else part?.take(child, kind);
  }
  return { async, target: target.end(), iterable: iterable.end(), body, otherwise };
}

export interface HandlerShape {
  readonly type: ListShape;
  readonly name: NodeId;
  /** `except*` */
  readonly isGroup: boolean;
  readonly body: NodeId;
}

export function tryShape(table: SyntaxTable, node: NodeId) {
  const handlers: HandlerShape[] = [];
  let body: NodeId = NO_NODE;
  let otherwise: NodeId = NO_NODE;
  let final: NodeId = NO_NODE;
  let clause: 'try' | 'except' | 'else' | 'finally' = 'try';
  let type: NodeId[] = [];
  let name: NodeId = NO_NODE;
  let named = false;
  let isGroup = false;
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind === K.kwExcept || kind === K.kwElse || kind === K.kwFinally) {
      clause = kind === K.kwExcept ? 'except' : kind === K.kwElse ? 'else' : 'finally';
      type = [];
      name = NO_NODE;
      named = isGroup = false;
    } else if (kind === K.Body) {
      if (clause === 'try') body = child;
      else if (clause === 'else') otherwise = child;
      else if (clause === 'finally') final = child;
      else handlers.push({ type: listShape(table, type), name, isGroup, body: child });
    } else if (kind === K.kwAs) named = true;
    else if (named && kind === K.VariableName) name = child;
    else if (clause === 'except' && kind === K.star) isGroup = true;
    else if (clause === 'except' && kind !== K.Broken) type.push(child);
  }
  return { body, handlers, otherwise, final };
}

export interface WithItem {
  readonly context: NodeId;
  /** NO_NODE without `as`. */
  readonly target: NodeId;
}

export function withShape(table: SyntaxTable, node: NodeId) {
  const children = table.children(node);
  const items: WithItem[] = [];
  const body = table.child(node, K.Body);
  const inner = children.filter((child) => {
    const kind = table.kind[child]!;
    return (
      kind !== K.kwWith &&
      kind !== K.kwAsync &&
      kind !== K.Body &&
      kind !== K.parenOpen &&
      kind !== K.parenClose
    );
  });
  for (const part of splitAt(table, inner, K.comma)) {
    const as = part.findIndex((child) => table.kind[child] === K.kwAs);
    const context = part.find((child) => table.kind[child] !== K.Broken);
    if (context === undefined) continue;
    items.push({ context, target: as < 0 ? NO_NODE : (part[as + 1] ?? NO_NODE) });
  }
  return { async: children.some((child) => table.kind[child] === K.kwAsync), items, body };
}

export interface MatchCase {
  readonly patterns: readonly NodeId[];
  readonly guard: NodeId;
  readonly body: NodeId;
}

export function matchShape(table: SyntaxTable, node: NodeId) {
  const children = table.children(node);
  const body = table.child(node, K.MatchBody);
  const subject = children.filter((child) => table.kind[child] !== K.kwMatch && child !== body);
  const clauses = body < 0 ? [] : table.children(body).filter((c) => table.kind[c] === K.MatchClause);
  const cases = clauses.map((clause): MatchCase => {
    const guard = table.child(clause, K.Guard);
    const guarded = guard < 0 ? [] : table.children(guard).filter((c) => table.kind[c] !== K.kwIf);
    const end = table.child(clause, K.Body);
    return {
      patterns: table
        .children(clause)
        .filter((c) => table.kind[c] !== K.kwCase && table.kind[c] !== K.comma && c !== guard && c !== end),
      guard: guarded[0] ?? NO_NODE,
      body: end,
    };
  });
  return { subject: listShape(table, subject), cases };
}

/** `type X[T] = value`. */
export function typeAliasShape(table: SyntaxTable, node: NodeId) {
  const parts = table
    .children(node)
    .filter((c) => table.kind[c] !== K.kwType && table.kind[c] !== K.AssignOp && table.kind[c] !== K.Broken);
  return {
    name: parts[0] ?? NO_NODE,
    typeParameters: table.child(node, K.TypeParamList),
    value: parts.length > 1 ? parts[parts.length - 1]! : NO_NODE,
  };
}
