import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { byCodeUnits } from '../../src/host/host.ts';
import { pythonFiles } from './python-library.ts';

/** Every so many modules, a copy imports from the copy before it. */
const ACROSS = 4;

interface Unit {
  readonly files: readonly { readonly name: string; readonly text: string; readonly lines: number }[];
  readonly modules: ReadonlySet<string>;
  readonly lines: number;
}

/** Files of a library, spread evenly over its names, with about so many lines together. */
export function unitOf(library: string, lines: number): Unit {
  const all = pythonFiles(library)
    .map((path) => ({ name: relative(library, path), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => byCodeUnits(a.name, b.name))
    .map((file) => ({ ...file, lines: file.text.split('\n').length - 1 }));
  const total = all.reduce((sum, file) => sum + file.lines, 0);
  const share = Math.min(1, lines / total);
  let wanted = 0;
  let taken = 0;
  const files = all.filter((file) => {
    wanted += file.lines * share;
    if (wanted < taken + file.lines / 2 && share < 1) return false;
    taken += file.lines;
    return true;
  });
  const modules = new Set(files.map(({ name }) => name.split('/')[0]!.replace(/\.py$/, '')));
  return { files, modules, lines: taken };
}

const copyName = (copy: number): string => `copy${copy}`;

/** Absolute imports of the unit's modules, redirected into a copy; one in `ACROSS` modules into the copy before. */
function redirected(text: string, copy: number, modules: ReadonlySet<string>): string {
  const order = new Map([...modules].map((name, index) => [name, index]));
  const home = (module: string): string =>
    copyName(copy > 0 && order.get(module)! % ACROSS === 0 ? copy - 1 : copy);
  return text
    .replace(
      /^([ \t]*)from (\w+)((?:\.\w+)*) import/gm,
      (whole, indent: string, module: string, rest: string) =>
        modules.has(module) ? `${indent}from ${home(module)}.${module}${rest} import` : whole,
    )
    .replace(/^([ \t]*)import (\w+)(?=[ \t]*(?:#.*)?$)/gm, (whole, indent: string, module: string) =>
      modules.has(module) ? `${indent}import ${home(module)}.${module} as ${module}` : whole,
    );
}

/** Writes a tree of about so many lines: renamed copies of the unit that import from each other. */
export function growingTree(unit: Unit, lines: number): { path: string; files: number; lines: number } {
  const path = mkdtempSync(join(tmpdir(), 'growth-'));
  let files = 0;
  let written = 0;
  for (let copy = 0; written < lines - unit.lines / 2; copy++) {
    for (const { name, text, lines: own } of unit.files) {
      const place = join(path, copyName(copy), name);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, redirected(text, copy, unit.modules));
      files++;
      written += own;
    }
    writeFileSync(join(path, copyName(copy), '__init__.py'), '');
  }
  return { path, files, lines: written };
}
