import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DATA_FILES,
  LAYERS,
  type Layer,
  LONGEST_FILE,
  OUTSIDE,
  PACKAGES,
  PURE_NODE_MODULES,
  REFUSED,
  WORLDLY,
} from './layers.ts';
import { ROOT, type SourceFile, sourceFiles, specifiers } from './sources.ts';

const files = sourceFiles(
  ...['src', 'rules', 'bin', 'test'].filter((folder) => existsSync(join(ROOT, folder))),
);
const startsWithAny = (path: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => path.startsWith(prefix));
const layerOf = (path: string) => path.split('/')[1] as Layer;

/** Why `from` must not import `to`, both paths from the root; undefined if it may. */
function refusal(from: string, to: string): string | undefined {
  const top = from.split('/')[0]!;
  if (top !== 'src') {
    const allowed = OUTSIDE[top as keyof typeof OUTSIDE].map((folder) => (folder === '.' ? top : folder));
    const outer =
      to === 'package.json' ||
      startsWithAny(
        to,
        allowed.map((folder) => `${folder}/`),
      );
    return outer ? undefined : `${top} may import only ${allowed.join(', ')}`;
  }
  if (!to.startsWith('src/')) return 'src imports nothing outside src';
  const [here, there] = [layerOf(from), layerOf(to)];
  if (here === there) return undefined;
  if (LAYERS.indexOf(there) > LAYERS.indexOf(here)) return `${there} stands after ${here}`;
  return REFUSED[here]?.includes(there) ? `${here} must not know ${there}` : undefined;
}

const isOurs = (name: string) => /^(?:src|rules|bin|test)\/|^package\.json$|^\.\./.test(name);

function violations(file: SourceFile): string[] {
  return file.imports.flatMap((name) => {
    if (isOurs(name)) {
      const reason = refusal(file.path, name);
      return reason ? [`${file.path} imports ${name}: ${reason}`] : [];
    }
    if (name.startsWith('node:')) {
      const allowed = PURE_NODE_MODULES.includes(name) || startsWithAny(file.path, WORLDLY);
      return allowed ? [] : [`${file.path} imports ${name}`];
    }
    const places = Object.entries(PACKAGES).find(([prefix]) => name.startsWith(prefix))?.[1];
    return places && !startsWithAny(file.path, places) ? [`${file.path} imports ${name}`] : [];
  });
}

/** The first cycle of imports found, as a list of paths whose last is its first. */
function cycle(sources: readonly SourceFile[]): string[] | undefined {
  const edges = new Map(sources.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of edges.get(path) ?? []) {
      const found = visit(next, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of sources) {
    const found = visit(path, []);
    if (found) return found;
  }
  return undefined;
}

/** Lines of code that match; comments do not count. */
function linesWith(sources: readonly SourceFile[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({
        line: line.replace(/^\s*(?:\/?\*|\/\/).*$|\s\/\/ .*$/, ''),
        number: index + 1,
      }))
      .filter(({ line }) => pattern.test(line))
      .map(({ number }) => `${path}:${number}`),
  );
}

describe('layers', () => {
  it('names every folder of src, and ARCHITECTURE.md names them in this order', () => {
    const folders = readdirSync(join(ROOT, 'src'));
    expect(folders.filter((name) => !LAYERS.includes(name as Layer))).toEqual([]);
    const page = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    const named = [...page.matchAll(/^\| `src\/(\w+)`/gm)].map((match) => match[1]);
    expect(named).toEqual([...LAYERS]);
  });

  it('imports only downward', () => {
    expect(files.flatMap(violations)).toEqual([]);
  });

  it('imports files that exist, by their whole name', () => {
    const missing = files.flatMap((file) =>
      file.imports
        .filter((name) => isOurs(name) && !existsSync(join(ROOT, name)))
        .map((name) => `${file.path} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no cycle of imports', () => {
    expect(cycle(files)).toBeUndefined();
  });

  it('would notice', () => {
    const dynamic = `${'import'}('./c.ts')`; // in one piece, the test above would read it
    const text = `import { a, type B } from '../cli/a.ts';\nexport * from './b.ts';\nawait ${dynamic};\n`;
    expect(specifiers(text)).toEqual(['../cli/a.ts', './b.ts', './c.ts']);
    expect(refusal('src/parse/a.ts', 'src/cli/a.ts')).toBe('cli stands after parse');
    expect(refusal('src/facts/a.ts', 'src/config/a.ts')).toBe('facts must not know config');
    expect(refusal('src/lint/a.ts', 'rules/index.ts')).toBe('src imports nothing outside src');
    expect(refusal('rules/a.ts', 'src/flow/a.ts')).toBe('rules may import only rules, src/lint, src/model');
    const file = (path: string, ...imports: string[]) => ({ path, text: '', imports });
    expect(violations(file('src/flow/a.ts', '@lezer/common', 'node:fs', 'node:path'))).toHaveLength(2);
    expect(cycle([file('a', 'b'), file('b', 'c'), file('c', 'b')])).toEqual(['b', 'c', 'b']);
  });
});

describe('form', () => {
  const inner = files.filter(({ path }) => !startsWithAny(path, WORLDLY));

  it('touches the process only in bin, src/host/node.ts and src/engine', () => {
    expect(linesWith(inner, /(?<![\w.'"`-])process\.[a-z]/i)).toEqual([]);
  });

  it('prints only in bin', () => {
    const silent = files.filter(({ path }) => path.startsWith('src/') || path.startsWith('rules/'));
    expect(linesWith(silent, /(?<![\w.'"`])console\.[a-z]/)).toEqual([]);
  });

  it('exports by name', () => {
    const own = files.filter(({ path }) => !/(?:^|\/)generated\//.test(path));
    expect(linesWith(own, /^export default\b|^export \{.*\bas default\b/)).toEqual([]);
  });

  it('never switches the type checker or the linter off', () => {
    expect(linesWith(files, /(?<![\w'"`/])(?:as|:|<) ?any\b(?![\w'"`])/)).toEqual([]);
    const off = files.filter(({ text }) =>
      /^\s*\/\/ ?@ts-(?:ignore|nocheck)|^\s*\/\/ ?biome-ignore-all/m.test(text),
    );
    expect(off.map(({ path }) => path)).toEqual([]);
  });

  it(`keeps files under ${LONGEST_FILE} lines, data aside`, () => {
    const long = files
      .filter(({ path }) => !/(?:^|\/)generated\//.test(path) && !startsWithAny(path, DATA_FILES))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });
});
