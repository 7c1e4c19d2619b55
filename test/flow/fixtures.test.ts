import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../sources.ts';
import { type Expectation, expectations, shown, wantedText } from './expectations.ts';
import { type Files, findingsOf } from './programs.ts';

/** `test/fixtures/<theme>/<case>/`: programs of our own, with what they raise said beside the lines. */
const FIXTURES = join(ROOT, 'test/fixtures');

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.py'))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

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
    for (const finding of left) told.push(`extra   ${path}:${shown(finding, finding.line)}`);
  }
  return told;
}

for (const theme of folders(FIXTURES)) {
  describe(theme, () => {
    for (const name of folders(join(FIXTURES, theme))) {
      const files = filesOf(join(FIXTURES, theme, name));
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
  const themes = folders(FIXTURES);
  expect(themes.length).toBeGreaterThan(10);
  for (const theme of themes) {
    const cases = folders(join(FIXTURES, theme));
    expect([theme, cases.length >= 5]).toEqual([theme, true]);
    for (const name of cases) {
      const texts = Object.values(filesOf(join(FIXTURES, theme, name)));
      const count = texts.flatMap((text) => expectations(text)).length;
      expect([theme, name, count > 0]).toEqual([theme, name, true]);
    }
  }
});
