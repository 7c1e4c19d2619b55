import { readFileSync } from 'node:fs';
import { decode } from '../../src/discover/decode.ts';
import * as terms from '../../src/parse/generated/terms.ts';
import { lex } from '../../src/parse/lexer/lex.ts';
import { parse } from '../../src/parse/parse.ts';
import type { NodeId, SyntaxTable } from '../../src/parse/syntax-table.ts';

const USAGE = `dump tree FILE      nodes with their text, indented, comments and problems behind
dump tokens FILE    tokens with line and column
FILE may be - for standard input.`;

const LONGEST = 60;

function excerpt(text: string, from: number, to: number): string {
  const whole = text.slice(from, Math.min(to, from + LONGEST));
  return JSON.stringify(whole) + (to - from > LONGEST ? '...' : '');
}

/** `line:column` of an offset, both from 1. */
function placer(text: string): (offset: number) => string {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return `${low + 1}:${offset - starts[low]! + 1}`;
  };
}

function tree(text: string): string[] {
  const { table, problems } = parse(text);
  const place = placer(text);
  const lines: string[] = [];
  const open: { node: number; depth: number }[] = [{ node: 0, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    lines.push(line(table, node, depth, place));
    if (table.next[node]! >= 0) open.push({ node: table.next[node]!, depth });
    if (table.first[node]! >= 0) open.push({ node: table.first[node]!, depth: depth + 1 });
  }
  for (const { from, to } of table.comments) {
    lines.push(`${place(from)} Comment ${excerpt(text, from, to)}`);
  }
  for (const { class: kind, from, message } of problems) lines.push(`${place(from)} ${kind}: ${message}`);
  return lines;
}

function line(table: SyntaxTable, node: number, depth: number, place: (at: number) => string): string {
  const { from, to } = table.span(node as NodeId);
  const name = table.name(node as NodeId);
  const indent = '  '.repeat(Math.min(depth, LONGEST));
  const leaf = table.first[node]! < 0 && table.text.slice(from, to) !== name;
  return `${indent}${name} ${place(from)}-${place(to)}${leaf ? ` ${excerpt(table.text, from, to)}` : ''}`;
}

function tokens(text: string): string[] {
  const names = new Map<number, string>([[0, '(no token)']]);
  for (const [name, value] of Object.entries(terms)) {
    if (!/Rule$|^[A-Z_]+$/.test(name)) names.set(value, name);
  }
  const place = placer(text);
  const lexed = lex(text);
  const lines = Array.from({ length: lexed.count }, (_, index) => {
    const from = lexed.starts[index]!;
    const to = lexed.ends[index]!;
    return `${place(from)}-${place(to)} ${names.get(lexed.kinds[index]!)} ${excerpt(text, from, to)}`;
  });
  return [...lines, ...lexed.problems.map(({ from, message }) => `${place(from)} syntax: ${message}`)];
}

const [what, file] = process.argv.slice(2);
if (file === undefined || (what !== 'tree' && what !== 'tokens')) {
  console.error(USAGE);
  process.exit(2);
}
const decoded = decode(readFileSync(file === '-' ? 0 : file));
if (!('text' in decoded)) {
  console.error(`dump: ${file}: ${decoded.message}`);
  process.exit(2);
}
console.log((what === 'tree' ? tree(decoded.text) : tokens(decoded.text)).join('\n'));
