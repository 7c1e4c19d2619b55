import * as K from '../kind-numbers.ts';
import type { Findings } from './walk.ts';

/** What the patterns of a `case` bind, and whether one of them takes everything (Python/compile.c, pattern_context). */
export function checkClause(findings: Findings, clause: number, isLast: boolean): void {
  const { table } = findings;
  let guarded = false;
  let commas = 0;
  const patterns: number[] = [];
  for (let child = table.first[clause]!; child >= 0; child = table.next[child]!) {
    const kind = table.kind[child]!;
    if (kind === K.Guard) guarded = true;
    else if (kind === K.comma) commas++;
    else if (kind !== K.kwCase && kind !== K.Body && kind !== K.Broken) patterns.push(child);
  }
  checkStarCount(findings, patterns);
  const names = new Set<string>();
  for (const pattern of patterns) {
    for (const name of captures(findings, pattern)) {
      if (names.has(name.text)) twice(findings, name);
      names.add(name.text);
    }
  }
  if (patterns.length !== 1 || commas > 0 || guarded || isLast) return;
  const taker = irrefutable(findings, patterns[0]!);
  if (taker !== undefined) unreachable(findings, taker);
}

interface Name {
  readonly text: string;
  readonly node: number;
}

function twice(findings: Findings, { text, node }: Name): void {
  findings.semantic(node, `multiple assignments to name '${text}' in pattern`);
}

function unreachable(findings: Findings, node: number): void {
  const name = textOf(findings, node);
  const what = name === '_' ? 'wildcard' : `name capture '${name}'`;
  findings.semantic(node, `${what} makes remaining patterns unreachable`);
}

function textOf(findings: Findings, node: number): string {
  return findings.table.text.slice(findings.table.from[node], findings.table.to[node]);
}

/** The capture that takes whatever comes, through parentheses, `as` and the last alternative. */
function irrefutable(findings: Findings, node: number): number | undefined {
  const { table } = findings;
  for (;;) {
    const kind = table.kind[node]!;
    if (kind === K.CapturePattern) return node;
    if (kind === K.AsPattern) node = table.first[node]!;
    else if (kind === K.OrPattern) {
      let last = table.first[node]!;
      while (table.next[last]! >= 0) last = table.next[last]!;
      node = last;
    } else if (kind === K.SequencePattern && isGroup(findings, node)) {
      node = table.next[table.first[node]!]!;
    } else return undefined;
  }
}

function isGroup(findings: Findings, node: number): boolean {
  const { table } = findings;
  const open = table.first[node]!;
  const inner = table.next[open]!;
  if (table.kind[open] !== K.parenOpen || inner < 0 || table.kind[inner] === K.parenClose) return false;
  const close = table.next[inner]!;
  return close >= 0 && table.kind[close] === K.parenClose;
}

function checkStarCount(findings: Findings, nodes: readonly number[]): void {
  const stars = nodes.filter((node) => findings.table.kind[node] === K.StarPattern);
  if (stars.length > 1) findings.semantic(stars[1]!, 'multiple starred names in sequence pattern');
}

/** Names a pattern binds, each told where it comes twice. Patterns nest no deeper than brackets: 200. */
function captures(findings: Findings, node: number): Name[] {
  const { table } = findings;
  const found: Name[] = [];
  const seen = new Set<string>();
  const add = (name: Name) => {
    if (name.text === '_') return;
    if (seen.has(name.text)) twice(findings, name);
    seen.add(name.text);
    found.push(name);
  };
  switch (table.kind[node]) {
    case K.CapturePattern:
      add({ text: textOf(findings, node), node });
      return found;
    case K.OrPattern:
      return alternatives(findings, node);
    default: {
      const patterns: number[] = [];
      for (let child = table.first[node]!; child >= 0; child = table.next[child]!) patterns.push(child);
      if (table.kind[node] === K.SequencePattern) checkStarCount(findings, patterns);
      const isAs = table.kind[node] === K.AsPattern;
      for (const child of patterns) {
        const kind = table.kind[child]!;
        if (isAs && kind === K.VariableName) add({ text: textOf(findings, child), node: child });
        else if (PATTERNS.has(kind)) for (const name of captures(findings, child)) add(name);
      }
      return found;
    }
  }
}

const PATTERNS = new Set<number>([
  K.CapturePattern,
  K.AsPattern,
  K.OrPattern,
  K.SequencePattern,
  K.MappingPattern,
  K.StarPattern,
  K.ClassPattern,
  K.PatternArgList,
  K.KeywordPattern,
]);

/** Alternatives bind the same names, and only the last may take everything. */
function alternatives(findings: Findings, node: number): Name[] {
  const { table } = findings;
  const parts: number[] = [];
  for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
    if (table.kind[child] !== K.LogicOp) parts.push(child);
  }
  let first: Name[] | undefined;
  for (const [index, part] of parts.entries()) {
    const names = PATTERNS.has(table.kind[part]!) ? captures(findings, part) : [];
    const taker = index < parts.length - 1 ? irrefutable(findings, part) : undefined;
    if (taker !== undefined) unreachable(findings, taker);
    else if (first && !sameNames(first, names)) {
      findings.semantic(part, 'alternative patterns bind different names');
    }
    first ??= names;
  }
  return first ?? [];
}

function sameNames(one: readonly Name[], other: readonly Name[]): boolean {
  return one.length === other.length && one.every(({ text }) => other.some((name) => name.text === text));
}
