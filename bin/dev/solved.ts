import { readFileSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { decode } from '../../src/discover/decode.ts';
import { discover } from '../../src/discover/discover.ts';
import { lower } from '../../src/facts/lower.ts';
import { solve } from '../../src/flow/analyse.ts';
import type { Flow } from '../../src/flow/flow.ts';
import { type CallEdge, callGraph } from '../../src/flow/graph/call-graph.ts';
import type { FunctionId } from '../../src/flow/solve/activations.ts';
import { VALUE } from '../../src/flow/solve/values.ts';
import { NodeHost } from '../../src/host/node.ts';
import { link } from '../../src/link/link.ts';
import type { LinkInput } from '../../src/link/program.ts';
import { Source } from '../../src/model/source.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { parse } from '../../src/parse/parse.ts';

/** A solved package, with the texts to show places of. */
export interface Solved {
  readonly flow: Flow;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Solves the program in a folder. */
export function solved(root: string): Solved {
  const settings = {
    paths: [root],
    targets: ALL_TARGETS,
    preset: 'all',
    select: [],
    ignore: [],
    minLevel: 'note',
    failOn: 'none',
    provenances: [],
  } as const;
  const sources = new Map<string, Source>();
  const inputs = discover(new NodeHost(), settings).files.flatMap((file): LinkInput[] => {
    const decoded = decode(readFileSync(file.path));
    if (!('text' in decoded)) return [];
    sources.set(file.path, new Source(file.path, decoded.text));
    const { path, module, isPackage, root: top, kind } = file;
    return [{ path, module, isPackage, root: top, kind, facts: lower(parse(decoded.text)) }];
  });
  return { flow: solve(link(inputs), compileRaisers(rules, libraryValues)), sources };
}

/** A function as `FILE:LINE:NAME`, FILE below `root`, LINE that of its `def`; a module body has line 0. */
export function functionKey({ flow, sources }: Solved, root: string, id: FunctionId): string {
  const { path } = flow.p.activations.fileOfFunction(id);
  const facts = flow.p.activations.facts(id);
  const file = path.startsWith(root) ? path.slice(root.length) : path;
  if (facts.kind === 'module') return `${file}:0:`;
  const { line } = sources.get(path)!.position(facts.at.from);
  return `${file}:${line}:${facts.kind === 'lambda' ? '<lambda>' : facts.name}`;
}

/** Every op that may call functions of the project, with its function and them; what it costs to say so. */
export function* projectEdges({ flow }: Solved): Generator<CallEdge & { readonly target: FunctionId }> {
  for (const edge of callGraph(flow)) {
    if (flow.p.values.kind(edge.callee) !== VALUE.function) continue;
    yield { ...edge, target: flow.p.values.x(edge.callee) as FunctionId };
  }
}
