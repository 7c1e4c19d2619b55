import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../sources.ts';

/** A block of code of a Markdown page. */
export interface CodeBlock {
  /** As behind the fence; empty of a block that is indented by four blanks. */
  readonly language: string;
  readonly lines: readonly string[];
  /** Of its first line, from 1. */
  readonly line: number;
}

/** A page of the documentation. */
export interface Page {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
  /** The names that links to its headings have (GitHub's). */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** Lower case, without punctuation, blanks as hyphens; a number behind the second of a name. */
function anchorsOf(lines: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  for (const line of lines) {
    const title = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (title === undefined) continue;
    const name = title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

interface Split {
  readonly prose: readonly string[];
  readonly blocks: readonly CodeBlock[];
}

/** Takes the blocks out: fences, and lines indented by four blanks behind an empty one that are no part of a list. */
function split(text: string): Split {
  const prose: string[] = [];
  const blocks: CodeBlock[] = [];
  const all = text.split('\n');
  let inList = false;
  for (let at = 0; at < all.length; at++) {
    const line = all[at]!;
    const fence = /^\s*(`{3,})(\w*)\s*$/.exec(line);
    const start = at;
    if (fence) {
      at++;
      while (at < all.length && all[at]!.trim() !== fence[1]) at++;
      blocks.push({ language: fence[2]!, lines: all.slice(start + 1, at), line: start + 2 });
    } else if (/^ {4}/.test(line) && (!inList || /^ {7}/.test(line)) && all[at - 1]?.trim() === '') {
      while (at + 1 < all.length && (/^ {4}/.test(all[at + 1]!) || all[at + 1] === '')) at++;
      const lines = all.slice(start, at + 1).map((one) => one.slice(inList ? 7 : 4));
      blocks.push({ language: '', lines: trimmed(lines), line: start + 1 });
    } else {
      if (line !== '') inList = /^(?:[-*]|\d+\.) /.test(line) || (inList && /^ +/.test(line));
      prose.push(line);
    }
  }
  return { prose, blocks };
}

function trimmed(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === '') end--;
  return lines.slice(0, end);
}

export function readPage(path: string): Page {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const { prose, blocks } = split(text);
  const plain = prose.join('\n').replaceAll(/(`+)[^`]*\1/g, 'code');
  return {
    path,
    text,
    blocks,
    anchors: anchorsOf(prose),
    links: [...plain.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!),
  };
}

/** Pages in the folder itself; those of events and rules stand below it. */
export const guides = (): readonly Page[] =>
  readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readPage(`docs/${name}`));

/** The generated pages. */
export const references = (): readonly Page[] =>
  ['docs/events', 'docs/rules'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort()
      .map((name) => readPage(`${folder}/${name}`)),
  );
