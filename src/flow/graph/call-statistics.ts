import { CALL_FLAGS, OP, type OpId } from '../../facts/ir.ts';
import { isProject, type ProgramFile } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type Callee, type CallSite, callSites } from './call-sites.ts';
import { nameMatches } from './name-matches.ts';
import { originOfUnknown } from './unknown-values.ts';

/** How many call expressions have a callee, and why the others have none. */
export interface CallStatistics {
  readonly calls: number;
  /** A callee of medium confidence or better. */
  readonly resolved: number;
  /** Callees, all of low confidence. */
  readonly ambiguous: number;
  /** No callee. */
  readonly unknown: number;
  /** Calls by why they are ambiguous or unknown, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, calls: number])[];
}

export type CallGrade = 'resolved' | 'ambiguous' | 'unknown';

/** A call expression of the project, and what came of it. */
export interface GradedCall {
  readonly file: ProgramFile;
  readonly op: OpId;
  /** Of the function around it. */
  readonly activations: readonly Activation[];
  readonly callees: readonly Callee[];
  readonly grade: CallGrade;
  /** Absent where the call is resolved. */
  readonly reason?: string;
}

/** From this cost on an edge is of low confidence. */
const LOW = 10;

/**
 * Each call expression of the files in question, in order of place. The application of a decorator is no call
 * expression.
 *
 * @param among the files that count; absent: those of the project
 */
export function* gradedCalls(
  f: Flow,
  among: (file: ProgramFile) => boolean = isProject,
): Generator<GradedCall> {
  const sites = new Map<ProgramFile, Map<OpId, CallSite>>();
  for (const site of callSites(f, nameMatches(f))) {
    const known = sites.get(site.file);
    if (known) known.set(site.op, site);
    else sites.set(site.file, new Map([[site.op, site]]));
  }
  for (const file of f.p.program.files) {
    if (!among(file)) continue;
    const { facts } = file;
    for (const { facts: fn, activations } of f.p.activations.functionsOf(file)) {
      for (let at = fn.start; at < fn.end; at++) {
        const op = at as OpId;
        if (facts.kind[op] !== OP.Call || facts.c[op] === CALL_FLAGS.decorator) continue;
        const site = sites.get(file)?.get(op);
        const call = { file, op, activations, callees: site?.callees ?? [] };
        if (!site) yield { ...call, grade: 'unknown', reason: whyUnknown(f, activations, op) };
        else if (site.callees.some(({ cost }) => cost < LOW)) yield { ...call, grade: 'resolved' };
        else yield { ...call, grade: 'ambiguous', reason: ambiguity(site) };
      }
    }
  }
}

function whyUnknown(f: Flow, all: readonly Activation[], op: OpId): string {
  const [first] = all;
  if (!first) return 'code that is not reached';
  const callee = first.file.facts.a[op] as OpId;
  const known = all.some((activation) => f.p.solver.at(f.p.node(activation, callee)).length > 0);
  return known ? 'a value that no call is known of' : originOfUnknown(f, first.file, callee);
}

function ambiguity({ callees, byName }: CallSite): string {
  if (byName) return 'a method known by its name alone';
  return callees.length > 3 ? 'one of many candidates' : "a container's element";
}

/**
 * The figures of a solved program.
 *
 * @param among the files that count; absent: those of the project
 */
export function callStatistics(f: Flow, among?: (file: ProgramFile) => boolean): CallStatistics {
  const counts: Record<CallGrade, number> = { resolved: 0, ambiguous: 0, unknown: 0 };
  const reasons = new Map<string, number>();
  for (const { grade, reason } of gradedCalls(f, among)) {
    counts[grade]++;
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    calls: counts.resolved + counts.ambiguous + counts.unknown,
    ...counts,
    reasons: [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  };
}
