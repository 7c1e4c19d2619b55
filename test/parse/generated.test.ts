import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grammarFiles } from '../../bin/dev/grammar/generate.ts';
import { pack, unpack } from '../../src/parse/fast/packing.ts';
import { ROOT } from '../sources.ts';

describe('the generated parser', () => {
  // Also guards the generator's reading of Lezer's tables: another version of Lezer that changed them would fail here
  // or in the comparison of the two drivers.
  it.each([...grammarFiles(ROOT)])('%s is what the grammar gives', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });

  it('is made by a pinned Lezer', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    for (const name of ['@lezer/common', '@lezer/lr', '@lezer/generator']) {
      expect(manifest.devDependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
      const installed = join(ROOT, 'node_modules', name, 'package.json');
      if (!existsSync(installed)) continue;
      const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string };
      expect(version).toBe(manifest.devDependencies[name]);
    }
  });

  it('packs every number it may hold', () => {
    const numbers = Array.from({ length: 3364 }, (_, number) => number);
    expect([...unpack(pack(numbers))]).toEqual(numbers);
    expect(() => pack([3364])).toThrow(RangeError);
  });
});
