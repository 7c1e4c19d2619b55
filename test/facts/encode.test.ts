import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/facts/decode.ts';
import { encode } from '../../src/facts/encode.ts';
import { FactsError } from '../../src/facts/encoding/facts-error.ts';
import type { FileFacts } from '../../src/facts/ir.ts';
import { lower } from '../../src/facts/lower.ts';
import { parse } from '../../src/parse/parse.ts';
import { ROOT } from '../sources.ts';

const KEY = 'build';
const factsOf = (text: string): FileFacts => lower(parse(text));

const FOLDERS = ['test/fixtures', 'examples'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.pyw?$/.test(name))
    .map((name) => join(ROOT, folder, name)),
);

const ODD = {
  'an empty file': '',
  'every kind of constant':
    'None; ...; True; False; 1; -0.0; 1e999; 1e309j; 12345678901234567890123; "a"; b"\\xff"; "\\ud800"; "\u{1f600}"',
  'a syntax error': 'def f(:\n  x = (1\n',
  'wide names': 'größe = "日本語"\nимя = größe\n',
  'future annotations and exports': 'from __future__ import annotations\n__all__ = ["a"]\n__all__ += []\n',
  'no exports but a list of none': '__all__ = []\n',
  'nested beyond the limit': `x = ${'['.repeat(150)}${'-'.repeat(900)}1${']'.repeat(150)}\n`,
  pragmas: 'a  # pyaudit: ignore[x] -- why  # pyaudit: ignore-next[y]\n# pyaudit: größe\n',
  'a text of 10,000 units': `x = "${'ab'.repeat(5000)}"\n`,
};

describe('round trips', () => {
  test('every fixture and example gives equal facts and equal bytes', () => {
    expect(FILES.length).toBeGreaterThan(100);
    for (const file of FILES) {
      const facts = factsOf(readFileSync(file, 'utf8'));
      const bytes = encode(facts, KEY);
      const again = decode(bytes, KEY);
      expect(again, file).toEqual(facts);
      expect(encode(again, KEY), file).toEqual(bytes);
    }
  });

  test.each(Object.entries(ODD))('%s', (_, text) => {
    const facts = factsOf(text);
    const again = decode(encode(facts, KEY), KEY);
    expect(again).toEqual(facts);
    expect(Object.keys(again).sort()).toEqual(Object.keys(facts).sort());
    expect(encode(again, KEY)).toEqual(encode(facts, KEY));
  });

  test('equal texts give equal bytes: nothing in facts knows where the file lies', () => {
    for (const text of Object.values(ODD))
      expect(encode(factsOf(text), KEY)).toEqual(encode(factsOf(text), KEY));
  });

  test('columns are views of the bytes where these lie on a boundary, and are copied where not', () => {
    const facts = factsOf('import os\nos.system("x")\n');
    const bytes = encode(facts, KEY);
    expect(decode(bytes, KEY).a.buffer).toBe(bytes.buffer);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decode(shifted.subarray(3), KEY)).toEqual(facts);
  });
});

describe('bytes that are refused', () => {
  const facts = factsOf(
    'import os\ndef f(x, *, y: int = 1):\n    return os.system(x + "é")\nclass C(f): pass\n',
  );
  const bytes = encode(facts, KEY);

  const reasonFor = (damaged: Uint8Array, key = KEY): string => {
    try {
      decode(damaged, key);
    } catch (error) {
      if (error instanceof FactsError) return error.reason;
      throw error;
    }
    return 'accepted';
  };

  test('those of another build', () => {
    expect(reasonFor(bytes, 'other')).toBe('other-build');
    const format = bytes.slice();
    format[4]! += 1;
    expect(reasonFor(format)).toBe('other-build');
  });

  test('those of something else', () => {
    expect(reasonFor(new Uint8Array())).toBe('truncated');
    expect(reasonFor(new TextEncoder().encode('#!/bin/sh\n'.repeat(20)))).toBe('foreign');
    expect(reasonFor(new Uint8Array(4096))).toBe('foreign');
  });

  test('any part of them, and more than them', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(reasonFor(bytes.slice(0, length)), `${length}`).toMatch(/^(truncated|corrupt)$/);
    }
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    expect(reasonFor(longer)).toBe('corrupt');
  });

  test('those with any one byte changed', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const change of [1, 0x80, 0xff]) {
        const damaged = bytes.slice();
        damaged[at]! ^= change;
        expect(reasonFor(damaged), `byte ${at}`).not.toBe('accepted');
      }
    }
  });
});
