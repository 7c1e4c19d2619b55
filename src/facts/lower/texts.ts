import * as K from '../../parse/kind-numbers.ts';
import { type NodeId, operandsOf, statementsOf } from '../../parse/nodes.ts';
import { parse } from '../../parse/parse.ts';
import { ARGUMENT, CALL_FLAGS, CONTAINER, NO_OP, OP, type OpId } from '../ir.ts';
import type { Lowering } from './lowering.ts';

/** What has a scope or control flow of its own is not lowered from a text. */
const REFUSED: ReadonlySet<number> = new Set([
  K.FunctionDefinition,
  K.ClassDefinition,
  K.DecoratedStatement,
  K.LambdaExpression,
  K.ComprehensionExpression,
  K.ArrayComprehensionExpression,
  K.SetComprehensionExpression,
  K.DictionaryComprehensionExpression,
  K.NamedExpression,
  K.ScopeStatement,
  K.TypeDefinition,
  K.ForStatement,
  K.WhileStatement,
  K.TryStatement,
  K.WithStatement,
  K.MatchStatement,
  K.ReturnStatement,
  K.YieldExpression,
  K.YieldStatement,
  K.AwaitExpression,
]);
/** Longer texts are programs of their own. */
const LONGEST = 4096;

/**
 * `eval` and `exec` of a constant text (library/functions): its ops stand at the call, in the scope where it runs, so
 * that it sees the names that are in force there; with a dict display as namespace, the names of that alone. Names
 * it binds in a function end with the text. Gives what `eval` gives; NO_OP: the text is not followed.
 */
export function lowerText(l: Lowering, call: OpId, callee: OpId): OpId {
  const { writer } = l;
  if (l.foreign || writer.kind[callee] !== OP.LoadName) return NO_OP;
  const name = writer.names[writer.a[callee]!];
  if (name !== 'eval' && name !== 'exec') return NO_OP;
  const list = writer.listAt(writer.b[call]!);
  if (list.length === 0 || list.length > 6) return NO_OP;
  if (list.some((part, index) => index % 3 === 0 && part !== ARGUMENT.positional)) return NO_OP;
  const text = constantText(l, list[2] as OpId);
  const names = list.length > 3 ? namespace(l, list[5] as OpId) : undefined;
  if (text === undefined || text.length > LONGEST || (list.length > 3 && !names)) return NO_OP;
  const { table, problems } = parse(name === 'eval' ? text.trimStart() : text);
  if (problems.length > 0 || table.kind.some((kind) => REFUSED.has(kind))) return NO_OP;
  const own = { table: l.table, fixed: writer.fixed };
  const span = { from: writer.from[call]!, to: writer.to[call]! };
  l.foreign = { names, locals: new Map() };
  l.table = table;
  writer.fixed = span;
  const value = lowerStatements(l, name === 'eval');
  l.table = own.table;
  writer.fixed = own.fixed;
  l.foreign = undefined;
  writer.c[call] = CALL_FLAGS.followed;
  return value;
}

function lowerStatements(l: Lowering, isExpression: boolean): OpId {
  let value: OpId = NO_OP;
  for (const statement of statementsOf(l.table, 0 as NodeId)) {
    const only = isExpression ? operandsOf(l.table, statement).items[0] : undefined;
    if (only) value = l.expression(only.node);
    else l.statement(statement);
  }
  return value;
}

function constantText(l: Lowering, op: OpId): string | undefined {
  if (op < 0 || l.writer.kind[op] !== OP.Const) return undefined;
  const value = l.writer.constants[l.writer.a[op]!]!;
  return value.kind === 'str' ? value.value : undefined;
}

/** The names of a dict display with constant keys. */
function namespace(l: Lowering, op: OpId): Map<string, OpId> | undefined {
  const { writer } = l;
  if (op < 0 || writer.kind[op] !== OP.Container || writer.a[op] !== CONTAINER.dict) return undefined;
  const list = writer.listAt(writer.b[op]!);
  const names = new Map<string, OpId>();
  for (let index = 0; index < list.length; index += 2) {
    const name = constantText(l, list[index] as OpId);
    if (name === undefined) return undefined;
    names.set(name, list[index + 1] as OpId);
  }
  return names;
}
