import { describe, expect, test } from 'vitest';
import { packedTexts } from '../../bin/dev/pack-texts.ts';
import { ModuleTexts } from '../../src/stdlib/module-texts.ts';

describe('texts of modules in one', () => {
  const texts = { os: 'dgetcwd ()str\nvname str', 'os.path': '', zlib: 'dcrc32 ()int' };
  const packed = new ModuleTexts(packedTexts(texts));

  test('each comes out as it went in, an empty one too', () => {
    for (const [module, text] of Object.entries(texts)) {
      expect([module, packed.has(module), packed.of(module)]).toEqual([module, true, text]);
    }
  });

  test('names that are not there, those of every object included', () => {
    for (const name of ['', 'o', 'os.', 'constructor', '__proto__', 'os 23']) {
      expect([name, packed.has(name), packed.of(name)]).toEqual([name, false, undefined]);
    }
  });
});
