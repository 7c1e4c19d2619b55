import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/parse.ts';

/** Deterministic: the same text in every run. */
function noise(length: number, unit: (random: number) => string): string {
  let seed = 20_261_122;
  const parts: string[] = [];
  for (let index = 0; index < length; index++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    parts.push(unit(seed / 0x7fffffff));
  }
  return parts.join('');
}
const WORDS = [
  'def ',
  'class ',
  '(',
  ')',
  '[',
  '{',
  '}',
  ':',
  '\n',
  '    ',
  'x',
  '1',
  'f"{',
  '"',
  'for ',
  '=',
];

const HOSTILE: [string, string, boolean][] = [
  ['brackets', '('.repeat(100_000), false],
  ['closed brackets', `x = ${'['.repeat(100_000)}${']'.repeat(100_000)}`, false],
  ['brackets that do not match', '(['.repeat(50_000) + ')}'.repeat(50_000), false],
  ['a sum', `x = ${'1 + '.repeat(100_000)}1`, true],
  ['signs', `x = ${'-'.repeat(100_000)}1`, true],
  ['signs before nothing', `x = ${'- $ '.repeat(50_000)}`, false],
  ['lambdas', `x = ${'lambda: '.repeat(50_000)}1`, true],
  ['ternaries', `x = ${'1 if 2 else '.repeat(50_000)}1`, true],
  ['attributes', `x = a${'.b'.repeat(100_000)}`, true],
  ['blocks', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join(''), false],
  ['elifs', `if x: pass\n${'elif y: pass\n'.repeat(50_000)}`, true],
  ['strings in strings', 'f"{'.repeat(50_000), false],
  ['specs in specs', `f"${'{a:'.repeat(50_000)}`, false],
  ['one long line', `x = ${'1, '.repeat(1_000_000)}`, true],
  ['one long string', `x = "${'a'.repeat(10_000_000)}"`, true],
  ['one long name that is none', `${'é'.repeat(1_000_000)}€`, false],
  ['bytes', noise(300_000, (random) => String.fromCharCode(Math.floor(random * 256))), false],
  ['words', noise(300_000, (random) => WORDS[Math.floor(random * WORDS.length)]!), false],
  ['NULs', '\0'.repeat(1_000_000), false],
  ['unclosed lines', 'x = (\n'.repeat(100_000), false],
];

describe('hostile text', () => {
  it.each(HOSTILE)('is read in a moment: %s', (_, text, valid) => {
    const start = performance.now();
    const { table, problems } = parse(text);
    expect(table.to[0]).toBeLessThanOrEqual(text.length);
    expect(problems.filter((problem) => problem.class === 'syntax').length > 0).toBe(!valid);
    // Linear time has room in this; quadratic has not.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
