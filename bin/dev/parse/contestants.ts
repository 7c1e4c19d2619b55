import { readFileSync } from 'node:fs';
import { parser as reference } from '@lezer/python';
import { run } from '../../../src/parse/fast/run.ts';
import { commentsOf, tableOfRecords } from '../../../src/parse/fast/table.ts';
import { treeOfRecords } from '../../../src/parse/fast/tree.ts';
import { lex } from '../../../src/parse/lexer/lex.ts';
import { NODE_KINDS } from '../../../src/parse/node-kinds.ts';
import { parse } from '../../../src/parse/parse.ts';
import { BUFFER_LENGTH, nodeSet, recover } from '../../../src/parse/recovering/run.ts';

// A program of its own, bundled by bench-parse: contestants LIST MODE NAMES...
// LIST is a file of paths; MODE is `warm ROUNDS`, `cold` or `memory`; prints JSON.

type Contestant = (text: string) => unknown;

const CONTESTANTS: Readonly<Record<string, Contestant>> = {
  lexer: (text) => lex(text),
  table: (text) => {
    const tokens = lex(text);
    return tableOfRecords(text, run(tokens).records, NODE_KINDS, commentsOf(tokens));
  },
  tree: (text) => {
    const tokens = lex(text);
    return treeOfRecords(run(tokens).records, tokens, text.length, nodeSet(), BUFFER_LENGTH);
  },
  'parse with problems': (text) => parse(text),
  recovering: (text) => recover(text, lex(text)),
  '@lezer/python': (text) => reference.parse(text),
};

async function contestant(name: string, treeSitter: string | undefined): Promise<Contestant> {
  if (name !== 'tree-sitter') return CONTESTANTS[name]!;
  const module = (await import(`${treeSitter}/node_modules/web-tree-sitter/web-tree-sitter.js`)) as {
    Parser: {
      init(): Promise<void>;
      new (): { setLanguage(l: unknown): void; parse(t: string): { delete(): void } };
    };
    Language: { load(path: string): Promise<unknown> };
  };
  await module.Parser.init();
  const parser = new module.Parser();
  parser.setLanguage(
    await module.Language.load(`${treeSitter}/node_modules/tree-sitter-python/tree-sitter-python.wasm`),
  );
  return (text) => parser.parse(text).delete();
}

const [list, mode, roundsWord, ...names] = process.argv.slice(2);
const texts = readFileSync(list!, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((path) => readFileSync(path, 'utf8'));
const rounds = Number(roundsWord);
const entrants = await Promise.all(names.map((name) => contestant(name, process.env.TREE_SITTER)));
const results: number[][] = names.map(() => []);
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

/** Bytes in use; array buffers are let go a moment after the collection that found them unused. */
async function held(): Promise<number> {
  for (let pass = 0; pass < 3; pass++) {
    (globalThis as { gc?: () => void }).gc!();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

for (let round = 0; round < rounds; round++) {
  for (const [index, parseOne] of entrants.entries()) {
    if (mode === 'memory') {
      // Once before, so that what the parsers keep for themselves is not counted.
      for (const text of texts) parseOne(text);
      const before = await held();
      const kept = texts.map((text) => parseOne(text));
      results[index]!.push(((await held()) - before) / 1e6 / megabytes);
      if (kept.some((tree) => tree === undefined)) throw new Error('nothing parsed');
    } else {
      const start = performance.now();
      for (const text of texts) parseOne(text);
      results[index]!.push((performance.now() - start) / 1000);
    }
  }
}
console.log(JSON.stringify({ megabytes, files: texts.length, results }));
