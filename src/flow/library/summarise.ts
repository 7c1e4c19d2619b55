import type { Program } from '../../link/program.ts';
import type { RaiserTable } from '../../model/raiser-table.ts';
import type { TargetMask } from '../../model/targets.ts';
import { FROZEN } from '../../stdlib/models/interpreter.ts';
import { solve } from '../analyse.ts';
import { Guards } from '../conditions/guards.ts';
import { siteAt } from '../constrain/ops.ts';
import { attributeEvents } from '../events/attributes.ts';
import { callEvents } from '../events/calls.ts';
import { Collector } from '../events/collect.ts';
import { importEvents } from '../events/imports.ts';
import { leafOf } from '../events/leaves.ts';
import type { Flow, SummarisedCode } from '../flow.ts';
import { type CallSite, callSites } from '../graph/call-sites.ts';
import { nameMatches } from '../graph/name-matches.ts';
import type { FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { type Aliases, aliasesOf, type Summaries, summaries } from './summaries.ts';

/** Methods of so many families of classes may be meant by a name that is called on who knows what. */
const FAMILIES = 3;

/** What such a guess costs: too much for a finding. */
const GUESS = 20;

/** What the functions of a library reach, and the other names they have. */
export interface Summarised {
  readonly summaries: Summaries;
  readonly aliases: Aliases;
}

/**
 * Solves a library, or installed packages, and summarises every function of it on the targets. All its files must be
 * dependencies.
 */
export function summariesOf(
  program: Program,
  table: RaiserTable,
  targets: TargetMask,
  code: SummarisedCode = 'library',
): Summarised {
  const flow = solve(code === 'library' ? withFrozen(program) : program, table, code);
  const collector = new Collector(flow, new Guards(flow), targets);
  const sites = callSites(flow, nameMatches(flow, FAMILIES));
  enterGuesses(flow, sites);
  callEvents(collector, sites);
  attributeEvents(collector);
  importEvents(collector);
  const found = summaries(collector, (event) => leafOf(table, event));
  return { summaries: found, aliases: aliasesOf(flow, found) };
}

/** The program with frozen modules under their other names. */
function withFrozen(program: Program): Program {
  return { ...program, resolve: (from, name) => program.resolve(from, FROZEN.get(name) ?? name) };
}

/** Calls on objects of which nothing is known enter the methods that their names tell, at what a guess costs. */
function enterGuesses(flow: Flow, sites: readonly CallSite[]): void {
  const { values, activations } = flow.p;
  for (const { op, byName, callees } of sites) {
    if (!byName) continue;
    for (const { activation, token } of callees) {
      if (values.kind(token) !== VALUE.function) continue;
      const callee = activations.of(values.x(token) as FunctionId).find(({ context }) => context < 0);
      if (callee) flow.entries.called(siteAt(flow, activation, op), callee, GUESS);
    }
  }
}
