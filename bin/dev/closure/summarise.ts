import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { decode } from '../../../src/discover/decode.ts';
import { lower } from '../../../src/facts/lower.ts';
import { type Summarised, summariesOf } from '../../../src/flow/library/summarise.ts';
import { link } from '../../../src/link/link.ts';
import type { LinkInput } from '../../../src/link/program.ts';
import type { RaiserTable } from '../../../src/model/raiser-table.ts';
import { targetMask, type Version } from '../../../src/model/targets.ts';
import { parse } from '../../../src/parse/parse.ts';
import { pythonFiles } from '../python-library.ts';

/** Tests, examples, and what is data or somebody else's. */
const LEFT_OUT = /^(idlelib\/idle_test|turtledemo|test|ensurepip\/_bundled|pydoc_data|lib2to3\/tests)\//;

/** What the functions of one version's library reach. */
export interface LibraryClosure extends Summarised {
  readonly modules: ReadonlySet<string>;
}

/** Summarises every function of the library in a folder. */
export function summarised(library: string, version: Version, table: RaiserTable): LibraryClosure {
  const program = link(inputsOf(library));
  return {
    ...summariesOf(program, table, targetMask([version])),
    modules: new Set(program.files.map(({ module }) => module)),
  };
}

function inputsOf(library: string): LinkInput[] {
  return pythonFiles(library)
    .map((path) => ({ path, name: relative(library, path).split(sep).join('/') }))
    .filter(({ name }) => !LEFT_OUT.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ path, name }): LinkInput[] => {
      const decoded = decode(readFileSync(path));
      if (!('text' in decoded)) return [];
      const isPackage = name.endsWith('/__init__.py') || name === '__init__.py';
      const module = name.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
      const facts = lower(parse(decoded.text));
      return [{ path: name, module, isPackage, root: '/lib', kind: 'module', isDependency: true, facts }];
    });
}
