import { expect, test } from 'vitest';
import { solve } from '../../../src/flow/analyse.ts';
import { type CallStatistics, callStatistics } from '../../../src/flow/graph/call-statistics.ts';
import { link } from '../../../src/link/link.ts';
import { type Files, linkInputs, TABLE } from '../programs.ts';

const statisticsOf = (files: Files, among?: (path: string) => boolean): CallStatistics =>
  callStatistics(solve(link(linkInputs(files)), TABLE), among && (({ path }) => among(path)));

const reasons = (text: string) => statisticsOf({ 'm.py': text }).reasons;

test('a call with one callee, or one of three, is resolved; decorators are no call expressions', () => {
  const text = `
import os
def keep(f): return f
@keep
def one(): os.getcwd()
def two(): pass
class Bare: pass
def choose(n):
    f = one if n else two
    f()
Bare()
choose(1)
`;
  expect(statisticsOf({ 'm.py': text })).toEqual({
    calls: 4,
    resolved: 4,
    ambiguous: 0,
    unknown: 0,
    reasons: [],
  });
});

test('an element of a container is ambiguous, as is one of four candidates, and each has its reason', () => {
  const text = `
def a(): pass
def b(): pass
def c(): pass
def d(): pass
for f in [a, b]:
    f()
class A:
    def run(self): pass
class B:
    def run(self): pass
class C:
    def run(self): pass
class D:
    def run(self): pass
def go(x): x.run()
go(A()); go(B()); go(C()); go(D())
`;
  const found = statisticsOf({ 'm.py': text });
  expect([found.ambiguous, found.unknown]).toEqual([2, 0]);
  expect(found.reasons).toEqual([
    ["a container's element", 1],
    ['one of many candidates', 1],
  ]);
});

test.each([
  ['def f(x): x()', 'a parameter that nobody passes a value to'],
  ['def f(x): x.a.b()', 'an attribute of a parameter that nobody passes a value to'],
  ['def f(x):\n    def g(): x()\n    return g', 'a parameter that nobody passes a value to'],
  ['def f(x):\n    for y in x: y()', 'an element of a parameter that nobody passes a value to'],
  ['import lib\ny = lib.make()\ny.z()', 'an attribute of the result of a library call, of unknown type'],
  ['nowhere()', 'a name that nothing binds'],
  ['class C: pass\nC().missing()', 'an attribute that its object is not seen to have'],
  ['def f(): pass\nf()()', 'the result of a function that gives nothing known'],
])('why %j has an unknown call: %s', (text, reason) => {
  expect(reasons(text)).toEqual([[reason, 1]]);
});

test('only the files asked for count', () => {
  const files = { 'm.py': 'print()', 'dep.py': 'print(); print()' };
  expect(statisticsOf(files, (path) => path === 'm.py').calls).toBe(1);
  expect(statisticsOf(files).calls).toBe(3);
});
