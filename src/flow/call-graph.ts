import { OP, type OpId } from '../facts/ir.ts';
import type { ProgramFile } from '../link/program.ts';
import type { FunctionId } from './activations.ts';
import { type CallSite, callSites } from './call-sites.ts';
import { calleeName, functionName } from './callee-names.ts';
import type { Flow } from './flow.ts';
import { type Token, VALUE } from './values.ts';

/** A call that the program may make. */
export interface CallEdge {
  readonly file: ProgramFile;
  /** The function whose body holds the op; of decorators, defaults and class bodies the one around. */
  readonly caller: FunctionId;
  readonly op: OpId;
  /** A function of the project, a library callable or a method of a library value. */
  readonly callee: Token;
  readonly name: string;
  /** The word "confidence" in ARCHITECTURE.md: 0 certain, 1 to 9 medium, 10 and more low. */
  readonly cost: number;
}

/**
 * The call graph of a solved program: one edge for each (op, callee), in order of place. Creating an instance is a
 * call of the `__init__` that runs, if that is the project's; what a library callable calls back is called by the op
 * that calls the library; protocol methods of the project (`__iter__`, `__enter__`, operators) are called by the op
 * that needs them.
 */
export function* callGraph(f: Flow): Generator<CallEdge> {
  for (const site of callSites(f)) {
    const { file, caller, op } = site;
    const inherited = libraryBases(f, site);
    for (const { token, cost } of site.callees) {
      if (inherited.has(token) || isSilent(f, site, token)) continue;
      const name = calleeName(f, token);
      if (name !== undefined) yield { file, caller, op, callee: token, name, cost };
    }
  }
}

/** Library classes behind a project class that is created here: part of its making, not called by name. */
function libraryBases(f: Flow, { file, op, callees }: CallSite): ReadonlySet<Token> {
  const found = new Set<Token>();
  const { values } = f.p;
  for (const { token } of callees) {
    if (values.kind(token) !== VALUE.class) continue;
    for (const base of f.classes.of(token).order) if (values.kind(base) === VALUE.library) found.add(base);
  }
  if (found.size === 0 || file.facts.kind[op] !== OP.Call) return found;
  for (const { activation } of callees) {
    for (const token of f.p.solver.at(f.p.node(activation, file.facts.a[op] as OpId))) found.delete(token);
  }
  return found;
}

/** What the interpreter does by itself on builtin values: no function is entered to iterate over a list. */
function isSilent(f: Flow, { file, op }: CallSite, token: Token): boolean {
  const { values } = f.p;
  if (file.facts.kind[op] === OP.Call || values.kind(token) !== VALUE.libraryMethod) return false;
  return f.p.text(values.x(token)).startsWith('builtins.');
}

/** The adjacency form of call-graph research: callees by caller. */
export type Adjacency = Readonly<Record<string, readonly string[]>>;

/** Every function of the project with the names of what it may call; both in order of their texts. */
export function adjacency(f: Flow, mostCost = Number.POSITIVE_INFINITY): Adjacency {
  const callees = new Map<string, Set<string>>();
  for (let id = 0; id < f.p.activations.functionCount; id++) {
    callees.set(functionName(f, id as FunctionId), new Set());
  }
  for (const { caller, name, cost } of callGraph(f)) {
    if (cost <= mostCost) callees.get(functionName(f, caller))!.add(name);
  }
  return Object.fromEntries([...callees.keys()].sort().map((name) => [name, [...callees.get(name)!].sort()]));
}
