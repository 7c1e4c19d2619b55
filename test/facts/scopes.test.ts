import { describe, expect, test } from 'vitest';
import { scopesOf } from '../../src/facts/bindings.ts';
import { type Identifier, TextPool } from '../../src/facts/identifiers.ts';
import { lookUp, type Scope, type ScopeTable } from '../../src/facts/scopes.ts';
import { parse } from '../../src/parse/parse.ts';

const scopes = (text: string): ScopeTable => scopesOf(parse(text).table, new TextPool());

/** The first scope of a kind, in the order of the text. */
function scope(table: ScopeTable, kind: Scope['kind']): Scope {
  const found = [...table.byNode.values(), ...table.typeParameters.values()].find((one) => one.kind === kind);
  if (!found) throw new Error(`no scope of kind ${kind}`);
  return found;
}

const identifier = (table: ScopeTable, name: string) => table.identifiers.spelled.indexOf(name) as Identifier;

const variable = (table: ScopeTable, from: Scope, name: string) =>
  from.variables.get(identifier(table, name));

const owner = (table: ScopeTable, from: Scope, name: string): string =>
  lookUp(from, identifier(table, name))?.scope.kind ?? 'unbound';

describe('what binds a name', () => {
  test.each([
    ['assignment', 'x = 1', ['x']],
    ['unpacking', '(a, [b, *c]), d = e', ['a', 'b', 'c', 'd']],
    ['targets that bind nothing', 'a.b = c[0] = 1', []],
    ['several targets', 'a = b = 1', ['a', 'b']],
    ['augmented and annotated', 'a += 1\nb: int = 2\nc: int', ['a', 'b', 'c']],
    [
      'loops, with, except',
      'for i, j in a:\n    pass\nwith a as k, b as (l, m):\n    pass\ntry:\n    pass\nexcept E as n:\n    pass',
      ['i', 'j', 'k', 'l', 'm', 'n'],
    ],
    ['imports', 'import a.b, c.d as e\nfrom f import g, h as i\nfrom .j import k', ['a', 'e', 'g', 'i', 'k']],
    ['definitions', 'def f(p): q = 1\nclass C: r = 1\nlambda s: s', ['f', 'C']],
    ['walrus', '(a := 1)\n[b := c for c in d]', ['a', 'b']],
    ['del', 'del a, (b, c)', ['a', 'b', 'c']],
    ['type aliases', 'type A[T] = T', ['A']],
    [
      'match',
      'match a:\n    case [b, *c]:\n        pass\n    case {"k": d, **e}:\n        pass\n    case C(f, g=h) as i:\n        pass\n    case _:\n        pass',
      ['b', 'c', 'd', 'e', 'f', 'h', 'i'],
    ],
  ])('%s', (_, text, names) => {
    const table = scopes(text);
    const bound = table.variables.filter((variable) => variable.scope === table.module);
    expect(bound.map((variable) => table.identifiers.spelled[variable.name]).sort()).toEqual(
      [...names].sort(),
    );
  });
});

describe('where a name is looked up', () => {
  test('globals, functions and what they declare', () => {
    const table = scopes('x = y = z = 1\ndef f():\n    global x\n    y = 2\n    x\n    z\n');
    const f = scope(table, 'function');
    expect([owner(table, f, 'x'), owner(table, f, 'y'), owner(table, f, 'z'), owner(table, f, 'w')]).toEqual([
      'module',
      'function',
      'module',
      'unbound',
    ]);
  });

  test('class names are hidden from methods, not from comprehensions directly within', () => {
    const table = scopes('class C:\n    x = 1\n    def m(self): x\n    y = [x for _ in z]\n');
    expect(owner(table, scope(table, 'class'), 'x')).toBe('class');
    expect(owner(table, scope(table, 'function'), 'x')).toBe('unbound');
    expect(owner(table, scope(table, 'comprehension'), 'x')).toBe('class');
  });

  test('a global declared in a function that alone binds it belongs to the module', () => {
    const table = scopes('def f():\n    global x\n    x = 1\n');
    expect(variable(table, table.module, 'x')?.writtenOutside).toBe(true);
  });

  test('nonlocal names belong to the function around, and are written from outside', () => {
    const table = scopes('def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n');
    const f = scope(table, 'function');
    expect(variable(table, f, 'x')).toMatchObject({ writtenOutside: true });
  });

  test('captured: read by a nested function, not by a comprehension of the same activation', () => {
    const table = scopes('def f():\n    x = y = 1\n    [x for _ in a]\n    lambda: y\n');
    const f = scope(table, 'function');
    expect([variable(table, f, 'x')!.captured, variable(table, f, 'y')!.captured]).toEqual([false, true]);
  });

  test('type parameters stand between a definition and what is around it', () => {
    const table = scopes('def f[T](x): T\nclass C[U]:\n    def m(self): U\n');
    expect(owner(table, scope(table, 'function'), 'T')).toBe('type-parameters');
    expect(owner(table, scope(table, 'class'), 'U')).toBe('type-parameters');
    expect(owner(table, table.module, 'T')).toBe('unbound');
  });
});
