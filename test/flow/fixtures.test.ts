import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { type Expectation, expectations, shown, wantedText } from './expectations.ts';
import { type Files, findingsOf } from './programs.ts';
import { fixtures } from './programs-of-fixtures.ts';

/** What the closure of the standard library adds to a line; `test/stdlib` asks for that. */
const isInsideLibrary = ({ provenance, witness }: Finding): boolean =>
  provenance === 'stdlib' && witness.length > 2;

/**
 * Compares what the files raise with what they say; a case that never names `import` is not asked for it. `settled`:
 * a `# todo` that is no longer true.
 */
function complaints(files: Files): string[] {
  const all = Object.entries(files).map(([path, text]) => ({ path, wanted: expectations(text) }));
  const imports = all.some(({ wanted }) => wanted.some(({ event }) => event === 'import'));
  const found = findingsOf(files).filter(({ event }) => imports || event !== 'import');
  const told: string[] = [];
  for (const { path, wanted } of all) {
    const left = found.filter(({ file }) => file === path);
    const take = (one: Expectation): string | undefined => {
      const at = left.findIndex(({ line, event }) => line === one.line && event === one.event);
      if (at < 0) return undefined;
      const [finding] = left.splice(at, 1);
      return shown(finding!, one.line, one);
    };
    for (const one of wanted) {
      const words = wantedText(one);
      const actual = take(one);
      if (one.todo) {
        if ((actual === words) === (one.todo === '+')) told.push(`settled ${path}:${words}`);
      } else if (actual !== words) {
        told.push(`missing ${path}:${words}${actual === undefined ? '' : `, got ${actual}`}`);
      }
    }
    for (const finding of left.filter((one) => !isInsideLibrary(one)))
      told.push(`extra   ${path}:${shown(finding, finding.line)}`);
  }
  return told;
}

const themes = [...new Set(fixtures.map(({ theme }) => theme))];

for (const theme of themes) {
  describe(theme, () => {
    for (const { name, files } of fixtures.filter((one) => one.theme === theme)) {
      test(name, () => {
        const told = complaints(files);
        expect(told, told.join('\n')).toEqual([]);
      });
      for (const [path, text] of Object.entries(files)) {
        for (const one of expectations(text)) {
          if (one.todo) test.todo(`${name}/${path}:${one.todo === '-' ? 'not ' : ''}${wantedText(one)}`);
        }
      }
    }
  });
}

test('every theme has cases, and every case expects something', () => {
  expect(themes.length).toBeGreaterThan(10);
  for (const theme of themes) {
    const cases = fixtures.filter((one) => one.theme === theme);
    expect([theme, cases.length >= 5]).toEqual([theme, true]);
    for (const { name, files } of cases) {
      const count = Object.values(files).flatMap(expectations).length;
      expect([theme, name, count > 0]).toEqual([theme, name, true]);
    }
  }
});
