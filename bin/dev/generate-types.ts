import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnits } from '../../src/host/host.ts';
import { packedTexts } from './pack-texts.ts';
import { Emitter } from './types/emit.ts';
import { StubLibrary } from './types/library.ts';
import { TypeWriter } from './types/type-text.ts';

const TYPESHED = 'node_modules/pyright/dist/typeshed-fallback';
const FILE = 'src/stdlib/generated/types.json';
const NOTICE = 'src/stdlib/generated/TYPESHED-LICENCE.txt';

/** The types of the standard library, a text per module, from the stubs of typeshed that `pyright` carries. */
export function typeIndex(root: string): ReadonlyMap<string, string> {
  const typeshed = join(root, TYPESHED);
  const library = new StubLibrary();
  library.add(join(typeshed, 'stdlib'));
  library.settle();
  const emitter = new Emitter(library, new TypeWriter(library));
  const modules: Record<string, string> = {};
  for (const module of [...library.stubs.keys()].sort(byCodeUnits)) {
    modules[module] = emitter.module(library.stubs.get(module)!);
  }
  const commit = readFileSync(join(typeshed, 'commit.txt'), 'utf8').trim();
  const notice = `types.json is derived from typeshed (https://github.com/python/typeshed), commit ${commit}.\n\n`;
  return new Map([
    [FILE, `${JSON.stringify(packedTexts(modules))}\n`],
    [NOTICE, notice + readFileSync(join(typeshed, 'LICENSE'), 'utf8')],
  ]);
}
