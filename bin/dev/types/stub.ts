import { ALL_TARGETS, meet, NO_TARGETS, type TargetMask } from '../../../src/model/targets.ts';
import * as K from '../../../src/parse/kind-numbers.ts';
import {
  assignShape,
  classShape,
  type DecoratorShape,
  decoratedShape,
  functionShape,
  ifShape,
  importShape,
  NO_NODE,
  type NodeId,
  type SyntaxTable,
  statementsOf,
} from '../../../src/parse/nodes.ts';
import { parse } from '../../../src/parse/parse.ts';
import { targetsOf } from './conditions.ts';

/** What a stub says of a name, on some targets. */
export type Definition = { readonly targets: TargetMask } & (
  | { readonly kind: 'class'; readonly node: NodeId; readonly scope: Scope }
  | { readonly kind: 'function'; readonly node: NodeId; readonly decorators: readonly string[] }
  | { readonly kind: 'variable'; readonly annotation: NodeId; readonly value: NodeId }
  | { readonly kind: 'module'; readonly module: string }
  | { readonly kind: 'from'; readonly module: string; readonly name: string }
);

/** The names of a stub or of a class in it, each with its definitions in order. */
export interface Scope {
  readonly stub: Stub;
  /** `C.D` of a class; empty for the stub. */
  readonly path: string;
  readonly parent: Scope | undefined;
  readonly names: Map<string, Definition[]>;
  /** Type parameters of PEP 695. */
  readonly parameters: readonly string[];
}

/** A stub file, its statements sorted by the names they define. */
export interface Stub {
  readonly module: string;
  readonly isPackage: boolean;
  readonly table: SyntaxTable;
  readonly scope: Scope;
  readonly stars: { readonly module: string; readonly targets: TargetMask }[];
}

/**
 * Reads a stub.
 * @throws Error for a statement or a test that stubs do not have
 */
export function readStub(module: string, isPackage: boolean, text: string): Stub {
  const { table, problems } = parse(text);
  if (problems.length > 0) throw new Error(`${module}: ${problems[0]!.message}`);
  const names = new Map<string, Definition[]>();
  const stub: Stub = { module, isPackage, table, stars: [], scope: undefined as never };
  const scope: Scope = { stub, path: '', parent: undefined, names, parameters: [] };
  Object.assign(stub, { scope });
  for (const statement of statementsOf(table, 0 as NodeId)) read(scope, statement, ALL_TARGETS);
  return stub;
}

function define(scope: Scope, name: string, definition: Definition): void {
  const known = scope.names.get(name);
  if (known) known.push(definition);
  else scope.names.set(name, [definition]);
}

function read(scope: Scope, node: NodeId, targets: TargetMask): void {
  const { table, module } = scope.stub;
  if (targets === NO_TARGETS) return;
  switch (table.name(node)) {
    case 'ImportStatement':
      return readImport(scope, node, targets);
    case 'AssignStatement': {
      const shape = assignShape(table, node);
      for (const target of shape.targets) {
        const [only] = target.items;
        if (!only || !table.is(only.node, K.VariableName)) continue;
        const value = shape.value?.items[0]?.node ?? NO_NODE;
        define(scope, table.slice(only.node), {
          kind: 'variable',
          targets,
          annotation: shape.annotation,
          value,
        });
      }
      return;
    }
    case 'IfStatement':
      return readIf(scope, node, targets);
    case 'ClassDefinition':
    case 'FunctionDefinition':
      return readDefinition(scope, node, [], targets);
    case 'DecoratedStatement': {
      const { definition, decorators } = decoratedShape(table, node);
      return readDefinition(
        scope,
        definition,
        decorators.map((one) => decoratorName(table, one)),
        targets,
      );
    }
    // texts, `...`, `pass`, `__all__ += [...]`, `del name` of a loop's helper
    case 'ExpressionStatement':
    case 'PassStatement':
    case 'UpdateStatement':
    case 'DeleteStatement':
      return;
    default:
      throw new Error(`${module}: a stub with ${table.name(node)}: ${table.slice(node).slice(0, 80)}`);
  }
}

function decoratorName(table: SyntaxTable, shape: DecoratorShape): string {
  if (shape.path) return shape.path.map((part) => table.slice(part)).join('.');
  return shape.expression === undefined ? '' : table.slice(shape.expression).replace(/\(.*$/s, '');
}

function readIf(scope: Scope, node: NodeId, targets: TargetMask): void {
  const { table } = scope.stub;
  const { branches, otherwise } = ifShape(table, node);
  let left = targets;
  for (const { test, body } of branches) {
    const on = targetsOf(table, test);
    for (const statement of statementsOf(table, body)) read(scope, statement, meet(left, on));
    left = (left & ~on) as TargetMask;
  }
  for (const statement of statementsOf(table, otherwise)) read(scope, statement, left);
}

function readDefinition(
  scope: Scope,
  node: NodeId,
  decorators: readonly string[],
  targets: TargetMask,
): void {
  const { table } = scope.stub;
  if (table.is(node, K.FunctionDefinition)) {
    const { name } = functionShape(table, node);
    return define(scope, table.slice(name), { kind: 'function', node, decorators, targets });
  }
  const shape = classShape(table, node);
  const name = table.slice(shape.name);
  const inner: Scope = {
    stub: scope.stub,
    path: scope.path ? `${scope.path}.${name}` : name,
    parent: scope,
    names: new Map(),
    parameters: [],
  };
  define(scope, name, { kind: 'class', node, scope: inner, targets });
  for (const statement of statementsOf(table, shape.body)) read(inner, statement, targets);
}

function readImport(scope: Scope, node: NodeId, targets: TargetMask): void {
  const { stub } = scope;
  const shape = importShape(stub.table, node);
  if (shape.kind === 'import') {
    for (const { name, bound: node, alias } of shape.names) {
      const bound = stub.table.slice(node);
      define(scope, bound, { kind: 'module', module: alias ? name : bound, targets });
    }
    return;
  }
  const module = absolute(stub, shape.level, shape.module);
  if (shape.star) stub.stars.push({ module, targets });
  for (const { name, bound } of shape.names) {
    define(scope, stub.table.slice(bound), { kind: 'from', module, name, targets });
  }
}

/** PEP 328. */
function absolute(stub: Stub, level: number, module: string): string {
  if (level === 0) return module;
  const parts = stub.module.split('.');
  const base = parts.slice(0, parts.length - (stub.isPackage ? level - 1 : level));
  return [...base, ...(module ? [module] : [])].join('.');
}
