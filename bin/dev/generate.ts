import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiReport } from './api/report.ts';
import { libraryClosure } from './closure/generate.ts';
import { configFiles } from './generate-config.ts';
import { documentation } from './generate-docs.ts';
import { moduleNames } from './generate-modules.ts';
import { rulesIndex } from './generate-rules.ts';
import { startupData } from './generate-startup.ts';
import { typeIndex } from './generate-types.ts';
import { grammarFiles } from './grammar/generate.ts';

/**
 * Gives the generated files of one kind: path from the repository's root -> text. May read sources below `root`.
 * `check`: what is made in minutes may be compared by what it was made from.
 */
export type Generator = (root: string, check: boolean) => ReadonlyMap<string, string>;

const generators: Readonly<Record<string, Generator>> = {
  api: apiReport,
  config: configFiles,
  docs: documentation,
  grammar: grammarFiles,
  modules: moduleNames,
  rules: rulesIndex,
  startup: startupData,
  stdlib: libraryClosure,
  types: typeIndex,
};

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const words = process.argv.slice(2);
const check = words.includes('--check');
const named = words.filter((word) => word !== '--check');
const unknown = named.filter((name) => !(name in generators));
if (unknown.length > 0) {
  console.error(`generate: no target ${unknown.join(', ')}; known: ${Object.keys(generators).join(', ')}`);
  process.exit(2);
}

let stale = 0;
for (const name of named.length > 0 ? named : Object.keys(generators)) {
  for (const [path, text] of generators[name]!(root, check)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) {
      stale++;
      console.error(`generate: ${relative(root, file)} is out of date; run bin/dev/generate ${name}`);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      console.log(`generate: wrote ${relative(root, file)}`);
    }
  }
}
process.exitCode = stale > 0 ? 1 : 0;
