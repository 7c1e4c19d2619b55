import { realpathSync } from 'node:fs';
import { OP } from '../../src/facts/ir.ts';
import type { CallEdge } from '../../src/flow/graph/call-graph.ts';
import type { FunctionId } from '../../src/flow/solve/activations.ts';
import { projectEdges, type Solved, solved } from './solved.ts';

const USAGE = `sample-edges FOLDER... [--seed N] [--each N]
Prints edges between functions of the packages, drawn at random: so many (50) each of plain calls, methods, callbacks
and protocol calls, for people to judge. The same seed (1) draws the same edges from the same graphs.`;

const KINDS = ['plain', 'method', 'callback', 'protocol'] as const;
type Kind = (typeof KINDS)[number];

/** What the syntax says of a call: a name called, an attribute called, a value that came from elsewhere, no call. */
function kindOf({ flow }: Solved, { file, op, callee }: CallEdge): Kind {
  const { facts } = file;
  const { name } = flow.p.activations.facts(flow.p.values.x(callee) as FunctionId);
  const isSpecial = name.startsWith('__') && name.endsWith('__');
  if (facts.kind[op] !== OP.Call) return 'protocol';
  switch (facts.kind[facts.a[op]!]) {
    case OP.Attribute:
      return 'method';
    case OP.Parameter:
    case OP.Item:
    case OP.Iterate:
    case OP.Call:
    case OP.Unpack:
      return 'callback';
    case OP.LoadBuiltin:
    case OP.LoadName:
      return isSpecial ? 'protocol' : 'callback';
    default:
      return 'plain';
  }
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function* edgesOf(program: Solved, root: string): Generator<readonly [Kind, string]> {
  const { flow, sources } = program;
  for (const edge of projectEdges(program)) {
    const { file, op, target, cost } = edge;
    const source = sources.get(file.path)!;
    const { line } = source.position(file.facts.from[op]!);
    const text = source.text.split('\n')[line - 1]!.trim();
    const to = flow.p.activations.fileOfFunction(target);
    const facts = flow.p.activations.facts(target);
    const at = facts.kind === 'module' ? 0 : sources.get(to.path)!.position(facts.at.from).line;
    const name = (path: string) => (path.startsWith(root) ? path.slice(root.length) : path);
    yield [
      kindOf(program, edge),
      `${name(file.path)}:${line}: \`${text}\` -> ${name(to.path)}:${at} ${facts.qualifiedName} (cost ${cost})`,
    ];
  }
}

const words = process.argv.slice(2);
const numberOf = (flag: string, otherwise: number) =>
  words.includes(flag) ? Number(words[words.indexOf(flag) + 1]) : otherwise;
const folders = words.filter((word, index) => !word.startsWith('--') && !words[index - 1]?.startsWith('--'));
if (folders.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
const edges = new Map<Kind, string[]>(KINDS.map((kind) => [kind, []]));
for (const folder of folders) {
  const root = `${realpathSync(folder)}/`;
  const short = root.split('/').at(-2)!;
  for (const [kind, text] of edgesOf(solved(root), root)) edges.get(kind)!.push(`${short} ${text}`);
}
const draw = random(numberOf('--seed', 1));
for (const kind of KINDS) {
  const all = edges.get(kind)!;
  console.log(`\n## ${kind}: of ${all.length}\n`);
  const count = Math.min(numberOf('--each', 50), all.length);
  for (let index = 0; index < count; index++) {
    const [drawn] = all.splice(Math.floor(draw() * all.length), 1);
    console.log(`${index + 1}. ${drawn}`);
  }
}
