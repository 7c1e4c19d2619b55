import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { decode } from '../../../src/discover/decode.ts';
import { lower } from '../../../src/facts/lower.ts';
import { solve } from '../../../src/flow/analyse.ts';
import { Guards } from '../../../src/flow/conditions/guards.ts';
import { attributeEvents } from '../../../src/flow/events/attributes.ts';
import { callEvents } from '../../../src/flow/events/calls.ts';
import { Collector } from '../../../src/flow/events/collect.ts';
import { importEvents } from '../../../src/flow/events/imports.ts';
import { leafOf } from '../../../src/flow/events/leaves.ts';
import { callSites } from '../../../src/flow/graph/call-sites.ts';
import { type Aliases, aliasesOf, type Summaries, summaries } from '../../../src/flow/library/summaries.ts';
import { link } from '../../../src/link/link.ts';
import type { LinkInput } from '../../../src/link/program.ts';
import type { RaiserTable } from '../../../src/model/raiser-table.ts';
import { targetMask, type Version } from '../../../src/model/targets.ts';
import { parse } from '../../../src/parse/parse.ts';
import { pythonFiles } from '../python-library.ts';

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
  const flow = solve(link(inputs), table, true);
  const collector = new Collector(flow, new Guards(flow), targetMask([version]));
  callEvents(collector, [...callSites(flow)]);
  attributeEvents(collector);
  importEvents(collector);
  return { flow, collector };
}

export function summarised(library: string, version: Version, table: RaiserTable): LibraryClosure {
  const { flow, collector } = solvedLibrary(library, version, table);
  return {
    summaries: summaries(collector, (event) => leafOf(table, event)),
    aliases: aliasesOf(flow),
    modules: new Set(flow.p.program.files.map(({ module }) => module)),
  };
}
