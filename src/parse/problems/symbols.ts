import * as K from '../kind-numbers.ts';
import type { SyntaxTable } from '../syntax-table.ts';

/** What one scope does with a name. */
export interface Symbol {
  /** Its first use or binding. */
  first: number;
  bound: boolean;
  parameter: boolean;
}

export type Symbols = ReadonlyMap<string, Symbol>;

const COMPREHENSIONS = new Set<number>([
  K.ComprehensionExpression,
  K.ArrayComprehensionExpression,
  K.DictionaryComprehensionExpression,
  K.SetComprehensionExpression,
]);

/**
 * Names of a module, class or function, inner scopes left out: as much of CPython's symbol table as `global` and
 * `nonlocal` need. Only scopes with such a declaration are asked for.
 */
export function symbolsOf(table: SyntaxTable, scope: number): Symbols {
  const symbols = new Map<string, Symbol>();
  const note = (node: number, bound: boolean, parameter = false) => {
    const name = table.text.slice(table.from[node], table.to[node]);
    const known = symbols.get(name);
    if (!known) symbols.set(name, { first: node, bound, parameter });
    else {
      known.first = Math.min(known.first, node);
      known.bound ||= bound;
      known.parameter ||= parameter;
    }
  };
  const open: number[] = [];
  if (table.kind[scope] === K.Script) open.push(...childrenOf(table, scope));
  else {
    for (const child of childrenOf(table, scope)) {
      if (table.kind[child] === K.Body) open.push(...childrenOf(table, child));
      else if (table.kind[child] === K.ParamList && table.kind[scope] === K.FunctionDefinition) {
        for (const name of parameterNames(table, child)) note(name, true, true);
      }
    }
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (table.kind[node] === K.VariableName) note(node, false);
    else visit(table, node, open, note);
  }
  return symbols;
}

function childrenOf(table: SyntaxTable, node: number): number[] {
  const children: number[] = [];
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) children.push(child);
  return children;
}

function parameterNames(table: SyntaxTable, list: number): number[] {
  const names: number[] = [];
  let fresh = true;
  for (const child of childrenOf(table, list)) {
    const kind = table.kind[child]!;
    if (kind === K.comma) fresh = true;
    else if (kind === K.VariableName && fresh) {
      names.push(child);
      fresh = false;
    } else if (kind !== K.parenOpen && kind !== K.star && kind !== K.doubleStar) fresh = false;
  }
  return names;
}

type Note = (node: number, bound: boolean) => void;

/** Notes what a node binds itself, and opens the children that belong to the scope. */
function visit(table: SyntaxTable, node: number, open: number[], note: Note): void {
  const children = childrenOf(table, node);
  const kind = table.kind[node]!;
  if (COMPREHENSIONS.has(kind)) return firstIterable(table, children, open);
  switch (kind) {
    case K.FunctionDefinition:
    case K.ClassDefinition:
    case K.LambdaExpression:
      return definition(table, kind, children, open, note);
    case K.ScopeStatement:
      return;
    case K.ImportStatement:
      return imported(table, children, note);
    case K.ArgList:
      return args(table, children, open);
    case K.AssignStatement:
    case K.UpdateStatement:
    case K.ForStatement:
    case K.WithStatement:
    case K.DeleteStatement:
    case K.NamedExpression:
    case K.TryStatement:
    case K.TypeDefinition:
      return binding(table, kind, children, open, note);
    case K.CapturePattern:
    case K.AsPattern:
      for (const child of children) {
        if (table.kind[child] === K.VariableName) note(child, true);
        else open.push(child);
      }
      return;
    case K.KeywordPattern:
      open.push(...children.slice(1));
      return;
    default:
      open.push(...children);
  }
}

/** Only the first iterable of a comprehension runs in the scope around it; `:=` in it binds there too. */
function firstIterable(table: SyntaxTable, children: readonly number[], open: number[]): void {
  const at = children.findIndex((child) => table.kind[child] === K.kwIn);
  if (at >= 0 && children[at + 1] !== undefined) open.push(children[at + 1]!);
}

function args(table: SyntaxTable, children: readonly number[], open: number[]): void {
  if (children.some((child) => table.kind[child] === K.kwFor)) return firstIterable(table, children, open);
  for (const [index, child] of children.entries()) {
    const following = children[index + 1];
    if (following === undefined || table.kind[following] !== K.AssignOp) open.push(child);
  }
}

/** Name, defaults and annotations belong to the scope, the body does not. */
function definition(
  table: SyntaxTable,
  kind: number,
  children: readonly number[],
  open: number[],
  note: Note,
): void {
  const isLambda = kind === K.LambdaExpression;
  for (const child of isLambda ? children.slice(0, -1) : children) {
    const type = table.kind[child]!;
    if (type === K.VariableName) note(child, true);
    else if (type === K.ParamList) {
      const names = new Set(parameterNames(table, child));
      open.push(...childrenOf(table, child).filter((part) => !names.has(part)));
    } else if (type !== K.Body && type !== K.TypeParamList) open.push(child);
  }
}

function imported(table: SyntaxTable, children: readonly number[], note: Note): void {
  let past = false;
  let name = -1;
  for (const child of [...children, -1]) {
    const kind = child < 0 ? K.comma : table.kind[child]!;
    if (kind === K.kwImport) past = true;
    else if (!past) continue;
    else if (kind === K.comma) {
      if (name >= 0) note(name, true);
      name = -1;
    } else if (kind === K.kwAs) name = -2;
    else if (kind === K.VariableName && (name === -2 || name === -1)) name = child;
  }
}

const TARGETS = new Set<number>([K.TupleExpression, K.ArrayExpression, K.ParenthesizedExpression]);

/** Statements with targets: names there are bound, all else in them is used. */
function binding(
  table: SyntaxTable,
  kind: number,
  children: readonly number[],
  open: number[],
  note: Note,
): void {
  const targets = targetsOf(table, kind, children);
  for (const child of children) if (!targets.includes(child)) open.push(child);
  while (targets.length > 0) {
    const target = targets.pop()!;
    if (table.kind[target] === K.VariableName) note(target, true);
    else if (TARGETS.has(table.kind[target]!)) targets.push(...childrenOf(table, target));
    else open.push(target);
  }
}

function targetsOf(table: SyntaxTable, kind: number, children: readonly number[]): number[] {
  const indexOf = (type: number, from = 0) =>
    children.findIndex((c, i) => i >= from && table.kind[c] === type);
  switch (kind) {
    case K.AssignStatement: {
      let last = -1;
      for (const [index, child] of children.entries()) if (table.kind[child] === K.AssignOp) last = index;
      return last < 0
        ? children.slice(0, 1)
        : children.slice(0, last).filter((c) => table.kind[c] !== K.TypeDef);
    }
    case K.ForStatement:
      return children.slice(indexOf(K.kwFor) + 1, indexOf(K.kwIn));
    case K.WithStatement:
    case K.TryStatement:
      return children.filter((_, index) => index > 0 && table.kind[children[index - 1]!] === K.kwAs);
    case K.DeleteStatement:
    case K.TypeDefinition:
      return children.slice(1, kind === K.DeleteStatement ? undefined : 2);
    default:
      return children.slice(0, 1);
  }
}
