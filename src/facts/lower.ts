import type { NodeId } from '../parse/nodes.ts';
import { statementsOf } from '../parse/nodes.ts';
import type { Parsed } from '../parse/parse.ts';
import { scopesOf } from './bindings.ts';
import { TextPool } from './identifiers.ts';
import type { ClassIndex, FileFacts, FunctionIndex } from './ir.ts';
import { NO_OP, OP } from './ir.ts';
import { lowerExpression } from './lower/expressions.ts';
import { Lowering } from './lower/lowering.ts';
import { lowerStatement } from './lower/statements.ts';
import { pragmasOf } from './pragmas.ts';

const PARTS = { expression: lowerExpression, statement: lowerStatement };

/**
 * Lowers a parsed module to facts. Total: a broken tree gives the facts of what is left of it. Equal texts give equal
 * facts; files that are lowered with one `pool` share their names in memory.
 */
export function lower(parsed: Parsed, pool: TextPool = new TextPool()): FileFacts {
  const { table } = parsed;
  const scopes = scopesOf(table, pool);
  const l = new Lowering(table, scopes, PARTS);
  lowerModule(l);
  for (let index = 0; index < l.pending.length; index++) l.pending[index]!();
  const { names, constants, guards, kind, a, b, c, guard, from, to, atFrom, atTo, lists } = l.writer.finish();
  // spelled out: with spread objects every file's facts are of a hidden class of their own, and slow to read
  return {
    names,
    constants,
    guards,
    kind,
    a,
    b,
    c,
    guard,
    from,
    to,
    atFrom,
    atTo,
    lists,
    variables: scopes.variables.map((variable) => ({
      name: l.spelled(variable.name),
      scope: variable.scope.id,
      function: l.functionOfNode.get(variable.scope.activation.node) ?? (0 as FunctionIndex),
    })),
    functions: l.functions,
    classes: l.classes,
    globals: new Map([...scopes.module.variables].map(([name, variable]) => [l.spelled(name), variable.id])),
    exports: l.exports,
    postponedAnnotations: l.postponedAnnotations,
    limits: l.limits,
    pragmas: pragmasOf(table),
    problems: parsed.problems,
  };
}

function lowerModule(l: Lowering): void {
  l.functions.push({
    name: '',
    qualifiedName: '',
    kind: 'module',
    async: false,
    generator: false,
    parent: -1 as FunctionIndex,
    guard: l.guard,
    owner: -1 as ClassIndex,
    parameters: [],
    returns: NO_OP,
    start: 0,
    end: 0,
    at: { from: 0, to: 0 },
  });
  l.captures.enter(l.scope);
  for (const statement of statementsOf(l.table, 0 as NodeId)) l.statement(statement);
  leaveModule(l);
  l.functions[0]!.end = l.writer.count;
}

/**
 * What other functions and modules see of a name is what the module's body leaves; a name that the body removes at
 * its end keeps its last version, since functions called before may have seen it. Of versions that the body replaces
 * those are seen that were in force while it called its own functions (`ReboundGlobals`).
 */
function leaveModule(l: Lowering): void {
  l.guard = 0 as typeof l.guard;
  for (const variable of l.scopes.module.variables.values()) {
    if (variable.scope !== l.scopes.module || variable.writtenOutside) continue;
    const version = l.known.release(l.state.get(variable.id) ?? NO_OP);
    const value = version === NO_OP ? l.lastVersion(variable) : version;
    if (value !== NO_OP) l.emitAt(OP.StoreVariable, 0, 0, variable.id, value);
  }
}
