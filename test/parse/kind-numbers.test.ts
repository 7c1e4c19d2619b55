import { expect, test } from 'vitest';
import * as numbers from '../../src/parse/kind-numbers.ts';
import { NODE_NAMES } from '../../src/parse/kinds.ts';

/** The names that are no identifiers, or would hide something. */
const WORDS: Readonly<Record<string, string>> = {
  '⚠': 'Broken',
  '*': 'star',
  '**': 'doubleStar',
  '@': 'at',
  '(': 'parenOpen',
  ')': 'parenClose',
  '[': 'bracketOpen',
  ']': 'bracketClose',
  '{': 'braceOpen',
  '}': 'braceClose',
  ',': 'comma',
  ':': 'colon',
  '.': 'dot',
  ';': 'semicolon',
  Number: 'NumberLiteral',
  String: 'StringLiteral',
  Boolean: 'BooleanLiteral',
};

test('each kind has the number of its place among the names', () => {
  const expected = NODE_NAMES.map((name, kind) => {
    const keyword = /^[a-z]/.test(name) ? `kw${name[0]!.toUpperCase()}${name.slice(1)}` : name;
    return [WORDS[name] ?? keyword, kind];
  });
  expect({ ...numbers }).toEqual(Object.fromEntries(expected));
});
