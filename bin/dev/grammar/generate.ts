import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildParser, buildParserFile } from '@lezer/generator';
import { ContextTracker, ExternalTokenizer, type LRParser } from '@lezer/lr';
import { pack, withoutRepeats } from '../../../src/parse/fast/packing.ts';
import { type Tables, tablesOf } from './automaton.ts';

const FOLDER = 'src/parse/generated';
const HEADER = '// Made by bin/dev/generate grammar from src/parse/python.grammar; not to be edited.\n';

/** The generated files of the parser: token numbers, the fast driver's tables, Lezer's parser. */
export function grammarFiles(root: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, 'src/parse/python.grammar'), 'utf8');
  const refuse = (message: string) => {
    throw new Error(`python.grammar: ${message}`);
  };
  const parser = buildParser(text, {
    fileName: 'python.grammar',
    warn: refuse,
    externalTokenizer: () => new ExternalTokenizer(() => {}),
    contextTracker: new ContextTracker({ start: 0 }),
  });
  const source = buildParserFile(text, { fileName: 'python.grammar', typeScript: true, warn: refuse });
  const { firstNode, eof } = boundsOf(parser);
  return new Map([
    [`${FOLDER}/terms.ts`, terms(source.terms, firstNode, eof)],
    [`${FOLDER}/tables.ts`, tables(tablesOf(parser), parser, firstNode, eof)],
    [`${FOLDER}/lezer.ts`, lezer(source.parser)],
  ]);
}

/** Terms up to `firstNode` are tokens with a node, `firstNode` is Script; from `eof` on stand the nameless tokens. */
function boundsOf(parser: LRParser): { firstNode: number; eof: number } {
  const { eofTerm } = parser as unknown as { eofTerm: number };
  return { firstNode: parser.topNode.id, eof: eofTerm };
}

function terms(source: string, firstNode: number, eof: number): string {
  const gap = eof - firstNode;
  const tokens = [`export const eof = ${firstNode};`];
  const rules: string[] = [];
  let last = firstNode;
  for (const [, name, id] of source.matchAll(/(\w+) = (\d+)/g)) {
    const term = Number(id);
    const isToken = term < firstNode || (term > eof && name !== 'block' && name !== 'matchBlock');
    if (!isToken) rules.push(`export const ${name}Rule = ${term};`);
    else {
      const token = term < firstNode ? term : term - gap;
      last = Math.max(last, token);
      tokens.push(`export const ${name} = ${token};`);
    }
  }
  return [
    HEADER,
    '/** Numbers of the tokens, without gaps; 0 is a piece of text that is no token. */',
    ...tokens,
    `export const TOKEN_COUNT = ${last + 1};`,
    '',
    '/** What to add to a nameless token (`eof` and above) for its term in the Lezer parser; terms of rules. */',
    `export const NAMELESS_GAP = ${gap};`,
    ...rules,
    '',
  ].join('\n');
}

/** Text of the packed tables; `unpack` in src/parse/fast is the other half. */
function tables(made: Tables, parser: LRParser, firstNode: number, eof: number): string {
  const token = (term: number) => (term < firstNode ? term : term - (eof - firstNode));
  const nonterminals = [...new Set(made.gotos.flatMap((row) => [...row.keys()]))]
    .filter((term) => made.productions.some((production) => production.term === term))
    .sort((a, b) => a - b);
  const column = new Map(nonterminals.map((term, index) => [term, index]));
  const named = (term: number) => term < (parser as unknown as { minRepeatTerm: number }).minRepeatTerm;
  const rows = made.rows.map((row, state) => [
    Math.max(0, -made.always[state]!),
    row.size,
    ...[...row].flatMap(([term, action]) =>
      action > 0 ? [token(term) * 2, action - 1] : [token(term) * 2 + 1, -action],
    ),
  ]);
  const gotos = made.gotos.map((row) => {
    const entries = [...row].filter(([term]) => column.has(term));
    return [entries.length, ...entries.flatMap(([term, target]) => [column.get(term)!, target])];
  });
  const productions = made.productions.map(({ depth, term }) => [
    depth,
    named(term) ? term : 0,
    column.get(term)!,
  ]);
  return [
    HEADER,
    `export const STATES = ${made.states};`,
    `export const COLUMNS = ${nonterminals.length};`,
    `export const ACCEPTING: readonly number[] = [${made.accepting.join(', ')}];`,
    '/** Names of the node types, in the order of their numbers. */',
    `export const NODE_TYPES =\n  '${names(parser)}';`,
    `export const PRODUCTIONS =\n  '${pack(productions.flat())}';`,
    `export const ACTIONS =\n  '${pack(withoutRepeats(rows))}';`,
    `export const GOTOS =\n  '${pack(withoutRepeats(gotos))}';`,
    '',
  ].join('\n');
}

function names(parser: LRParser): string {
  const { minRepeatTerm } = parser as unknown as { minRepeatTerm: number };
  return parser.nodeSet.types
    .slice(0, minRepeatTerm)
    .map(({ name }) => name)
    .join(' ');
}

/** Lezer's own output, the parser made only when asked for. */
function lezer(source: string): string {
  return `${HEADER}${source
    .replace(/^\/\/.*\n/, '')
    .replace(
      'export const parser = LRParser.deserialize({',
      'export const deserialize = (): LRParser => LRParser.deserialize({',
    )}`;
}
