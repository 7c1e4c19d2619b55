import type { CallGraphFormat } from '../config/formats.ts';
import { adjacency, type NamedGraph } from '../flow/graph/call-graph.ts';
import { unreachable } from '../model/brand.ts';
import { edgeConfidence } from '../model/confidence.ts';
import type { Confidence } from '../model/finding.ts';
import { neutralise, neutraliseJson } from './neutralise.ts';

/** The text of a call graph in a format. */
export function callGraphText(graph: NamedGraph, format: CallGraphFormat): string {
  switch (format) {
    case 'json':
      return `${neutraliseJson(JSON.stringify(adjacency(graph), null, 2))}\n`;
    case 'dot':
      return dot(graph);
    default:
      return unreachable(format);
  }
}

/** A quoted ID (https://graphviz.org/doc/info/lang.html): only the quote needs a backslash; labels read more of them. */
const quoted = (text: string): string =>
  `"${neutralise(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const STYLES: Readonly<Record<Confidence, string>> = {
  high: '',
  medium: ' [style=dashed]',
  low: ' [style=dotted, color=gray50]',
};

const HEAD = [
  'digraph calls {',
  '  // solid: high confidence, dashed: medium, dotted: low; boxes: functions of the project',
  '  rankdir=LR;',
  '  node [shape=plaintext, fontname="Helvetica", fontsize=10];',
  '  graph [fontname="Helvetica", fontsize=10, color=gray70];',
];

/** One cluster for each module, with a box for each function; callees outside the project are plain words. */
function dot({ functions, edges }: NamedGraph): string {
  const lines = [...HEAD];
  const byModule = new Map<string, { readonly name: string }[]>();
  for (const one of functions) {
    const known = byModule.get(one.module);
    if (known) known.push(one);
    else byModule.set(one.module, [one]);
  }
  for (const [module, members] of byModule) {
    lines.push(`  subgraph ${quoted(`cluster_${module}`)} {`, `    label=${quoted(module)};`);
    for (const { name } of members) {
      const label = name === module ? '(module)' : name.slice(module.length + 1);
      lines.push(`    ${quoted(name)} [shape=box, label=${quoted(label)}];`);
    }
    lines.push('  }');
  }
  for (const { caller, callee, cost } of edges) {
    lines.push(`  ${quoted(caller)} -> ${quoted(callee)}${STYLES[edgeConfidence(cost)]};`);
  }
  return `${lines.join('\n')}\n}\n`;
}
