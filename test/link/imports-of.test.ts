import { expect, test } from 'vitest';
import { lower } from '../../src/facts/lower.ts';
import { importsOf } from '../../src/link/imports-of.ts';
import { parse } from '../../src/parse/parse.ts';

const requests = (text: string, typesToo = true): string[] =>
  importsOf(lower(parse(text)), typesToo).map(
    ({ level, module, name }) => `${'.'.repeat(level)}${module}${name === undefined ? '' : ` ${name}`}`,
  );

test.each([
  ['import a.b, c as d', ['a.b', 'c']],
  ['from a import b, c as d', ['a b', 'a c']],
  ['from .. import x\nfrom ..m import *', ['.. x', '..m']],
  ['def f():\n    import late', ['late']],
  ['try:\n    import fast\nexcept ImportError:\n    import slow as fast', ['fast', 'slow']],
  ['import importlib\nimportlib.import_module("a.b")', ['importlib', 'a.b']],
  ['from importlib import import_module as load\nload(".b", __package__)', ['importlib import_module', '.b']],
  ['m = __import__("a")', ['a']],
  ['import importlib\nimportlib.import_module(name)', ['importlib']],
])('%j', (text, wanted) => expect(requests(text)).toEqual(wanted));

const TYPES = [
  'import typing\nif typing.TYPE_CHECKING:\n    import heavy\nelse:\n    import light',
  'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import heavy\nelse:\n    import light',
];

test.each(TYPES)('what is imported for types alone is told apart: %j', (text) => {
  expect(requests(text)).toContain('heavy');
  expect(requests(text, false)).not.toContain('heavy');
  expect(requests(text, false)).toContain('light');
});
