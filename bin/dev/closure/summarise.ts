import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { decode } from '../../../src/discover/decode.ts';
import { lower } from '../../../src/facts/lower.ts';
import { solve } from '../../../src/flow/analyse.ts';
import { Guards } from '../../../src/flow/conditions/guards.ts';
import { siteAt } from '../../../src/flow/constrain/ops.ts';
import { attributeEvents } from '../../../src/flow/events/attributes.ts';
import { callEvents } from '../../../src/flow/events/calls.ts';
import { Collector } from '../../../src/flow/events/collect.ts';
import { importEvents } from '../../../src/flow/events/imports.ts';
import { leafOf } from '../../../src/flow/events/leaves.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import { type CallSite, callSites } from '../../../src/flow/graph/call-sites.ts';
import { nameMatches } from '../../../src/flow/graph/name-matches.ts';
import { type Aliases, aliasesOf, type Summaries, summaries } from '../../../src/flow/library/summaries.ts';
import type { FunctionId } from '../../../src/flow/solve/activations.ts';
import { VALUE } from '../../../src/flow/solve/values.ts';
import { link } from '../../../src/link/link.ts';
import type { LinkInput, Program } from '../../../src/link/program.ts';
import type { RaiserTable } from '../../../src/model/raiser-table.ts';
import { targetMask, type Version } from '../../../src/model/targets.ts';
import { parse } from '../../../src/parse/parse.ts';
import { FROZEN } from '../../../src/stdlib/models/interpreter.ts';
import { pythonFiles } from '../python-library.ts';

/** Methods of so many families of classes may be meant by a name that is called on who knows what. */
const FAMILIES = 3;

/** Tests, examples, and what is data or somebody else's. */
const LEFT_OUT = /^(idlelib\/idle_test|turtledemo|test|ensurepip\/_bundled|pydoc_data|lib2to3\/tests)\//;

/** What the functions of one version's library reach, and the other names they have. */
export interface LibraryClosure {
  readonly summaries: Summaries;
  readonly aliases: Aliases;
  readonly modules: ReadonlySet<string>;
}

/** Runs the analysis over a library's sources and summarises every function. */
function solvedLibrary(library: string, version: Version, table: RaiserTable) {
  const inputs = pythonFiles(library)
    .map((path) => ({ path, name: relative(library, path).split(sep).join('/') }))
    .filter(({ name }) => !LEFT_OUT.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ path, name }): LinkInput[] => {
      const decoded = decode(readFileSync(path));
      if (!('text' in decoded)) return [];
      const isPackage = name.endsWith('/__init__.py') || name === '__init__.py';
      const module = name.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
      const facts = lower(parse(decoded.text));
      return [{ path: name, module, isPackage, root: '/lib', kind: 'module', isDependency: true, facts }];
    });
  const flow = solve(withFrozen(link(inputs)), table, true);
  const collector = new Collector(flow, new Guards(flow), targetMask([version]));
  const sites = callSites(flow, nameMatches(flow, FAMILIES));
  enterGuesses(flow, sites);
  callEvents(collector, sites);
  attributeEvents(collector);
  importEvents(collector);
  return { flow, collector };
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
      if (callee) flow.entries.called(siteAt(flow, activation, op), callee);
    }
  }
}

export function summarised(library: string, version: Version, table: RaiserTable): LibraryClosure {
  const { flow, collector } = solvedLibrary(library, version, table);
  return {
    summaries: summaries(collector, (event) => leafOf(table, event)),
    aliases: aliasesOf(flow),
    modules: new Set(flow.p.program.files.map(({ module }) => module)),
  };
}
