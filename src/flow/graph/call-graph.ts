import { CALL_FLAGS, type GuardId, OP, type OpId } from '../../facts/ir.ts';
import { isProject, type ProgramFile } from '../../link/program.ts';
import { ALL_TARGETS, meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { Guards } from '../conditions/guards.ts';
import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { type CallSite, callSites } from './call-sites.ts';
import { calleeName, functionName } from './callee-names.ts';
import { Handlers } from './handlers.ts';
import { inSight, isClosed } from './in-sight.ts';
import { nameMatches } from './name-matches.ts';

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
 *
 * @param targets ops that run on none of them call nothing
 */
export function* callGraph(f: Flow, targets: TargetMask = ALL_TARGETS): Generator<CallEdge> {
  const guards = new Guards(f);
  const isInSight = inSight(f);
  const handlers = isClosed(f) ? new Handlers(f) : undefined;
  for (const site of callSites(f, nameMatches(f))) {
    const { file, caller, op } = site;
    if (!isProject(file) || handlers?.isIdle(file, op)) continue;
    if (meet(targets, guards.targets(file, file.facts.guard[op] as GuardId)) === NO_TARGETS) continue;
    const inherited = libraryBases(f, site);
    for (const { activation, token, cost } of site.callees) {
      if (!isInSight(activation) || inherited.has(token) || isSilent(f, site, token)) continue;
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

/** Builtins that make a descriptor of what they decorate, and call nothing. */
const DESCRIPTORS: ReadonlySet<string> = new Set(
  ['staticmethod', 'classmethod', 'property'].map((name) => `builtins.${name}`),
);

/**
 * What the interpreter does by itself on builtin values: no function is entered to iterate over a list, or to make a
 * property of what `@property` and `@name.setter` decorate.
 */
function isSilent(f: Flow, { file, op }: CallSite, token: Token): boolean {
  const { values } = f.p;
  const { facts } = file;
  const isMethod = values.kind(token) === VALUE.libraryMethod;
  if (facts.kind[op] !== OP.Call) {
    return isMethod && /^(builtins|typing\.NamedTuple)\./.test(f.p.text(values.x(token)));
  }
  if (facts.c[op] !== CALL_FLAGS.decorator) return false;
  if (isMethod) return values.kind(values.y(token) as Token) === VALUE.wrapper;
  return values.kind(token) === VALUE.library && DESCRIPTORS.has(f.p.text(values.x(token)));
}

/** Whose edges, and of which confidence. */
export interface GraphChoice {
  /** Ops that run on none of these call nothing. */
  readonly targets: TargetMask;
  /** Edges that cost more are left out. */
  readonly mostCost: number;
}

const EVERYTHING: GraphChoice = { targets: ALL_TARGETS, mostCost: Number.POSITIVE_INFINITY };

/** All calls between two names; the cheapest counts. */
export interface NamedEdge {
  readonly caller: string;
  readonly callee: string;
  readonly cost: number;
}

/** The call graph by names, in order of their texts. */
export interface NamedGraph {
  /** Every function of the project and every module body. */
  readonly functions: readonly { readonly name: string; readonly module: string }[];
  readonly edges: readonly NamedEdge[];
}

/** The functions of the project, and what each may call. */
export function namedGraph(f: Flow, { targets, mostCost }: GraphChoice = EVERYTHING): NamedGraph {
  const { activations } = f.p;
  const modules = new Map<string, string>();
  const callees = new Map<string, Map<string, number>>();
  const names: string[] = [];
  for (let id = 0; id < activations.functionCount; id++) {
    const name = functionName(f, id as FunctionId);
    names.push(name);
    const file = activations.fileOfFunction(id as FunctionId);
    if (!isProject(file)) continue;
    modules.set(name, file.module);
    callees.set(name, new Map());
  }
  for (const { caller, name, cost } of callGraph(f, targets)) {
    if (cost > mostCost) continue;
    const known = callees.get(names[caller]!)!;
    const least = known.get(name);
    if (least === undefined || cost < least) known.set(name, cost);
  }
  const functions = [...modules].map(([name, module]) => ({ name, module })).sort(byName);
  const edges = functions.flatMap(({ name: caller }) =>
    [...callees.get(caller)!]
      .map(([callee, cost]) => ({ name: callee, cost }))
      .sort(byName)
      .map(({ name: callee, cost }) => ({ caller, callee, cost })),
  );
  return { functions, edges };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** The adjacency form of call-graph research: callees by caller. */
export type Adjacency = Readonly<Record<string, readonly string[]>>;

/** Every function with the names of what it may call; both in order of their texts. */
export function adjacency({ functions, edges }: NamedGraph): Adjacency {
  const callees = new Map(functions.map(({ name }) => [name, [] as string[]]));
  for (const { caller, callee } of edges) callees.get(caller)!.push(callee);
  return Object.fromEntries(callees);
}
