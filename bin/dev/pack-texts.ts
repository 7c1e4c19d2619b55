import type { PackedTexts } from '../../src/stdlib/module-texts.ts';

/** The form in which `src/stdlib/module-texts.ts` reads texts by module, in the order given. */
export function packedTexts(texts: Readonly<Record<string, string>>): PackedTexts {
  const modules = Object.entries(texts);
  return {
    modules: modules.map(([name, text]) => `${name} ${text.length}`).join('\n'),
    text: modules.map(([, text]) => text).join(''),
  };
}
