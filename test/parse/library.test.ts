import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pyenvPythons, pythonText } from '../../bin/dev/parse/corpus.ts';
import { parse } from '../../src/parse/parse.ts';

const pythons = pyenvPythons();

// The whole of every library, and CPython's verdict on each file, is the work of bin/dev/corpus-parse.
describe.skipIf(pythons.length === 0)('the libraries of the CPythons at hand (none: skipped)', () => {
  it.each(pythons)('$version: no module of its top folder has a problem', ({ library }) => {
    const files = readdirSync(library).filter((name) => name.endsWith('.py'));
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((name) =>
      parse(pythonText(join(library, name))!).problems.map(({ message }) => `${name}: ${message}`),
    );
    expect(found).toEqual([]);
  });
});
