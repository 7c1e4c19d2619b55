import { describe, expect, test } from 'vitest';
import { solve } from '../../../src/flow/analyse.ts';
import { VALUE } from '../../../src/flow/solve/values.ts';
import { link } from '../../../src/link/link.ts';
import { linkInputs, TABLE } from '../programs.ts';

/** The resolution order of the last class of a program, by name. */
function order(text: string): string {
  const { p, classes } = solve(link(linkInputs({ 'main.py': text })), TABLE);
  const record = classes.all[classes.all.length - 1]!;
  return record.order
    .map((token) =>
      p.values.kind(token) === VALUE.class ? classes.of(token).name : p.text(p.values.x(token)),
    )
    .join(' ');
}

/** `A: B C` lines as class statements. */
const hierarchy = (text: string) =>
  text
    .split(', ')
    .map((line) => {
      const [name, bases] = line.split(':');
      return `class ${name}(${bases?.trim().split(' ').join(', ') ?? ''}): pass\n`;
    })
    .join('');

/** Orders as CPython 3.13 prints them (`C.__mro__` without object). */
describe('resolution orders', () => {
  test.each([
    ['A, B: A, C: A, D: B C', 'D B C A'],
    ['O, X: O, Y: O, A: X Y, B: Y, Z: A B', 'Z A X B Y O'],
    // the example of https://docs.python.org/3/howto/mro.html
    ['O, F: O, E: O, D: O, C: D F, B: E D, A: B C', 'A B E C D F O'],
    ['O, F: O, E: O, D: O, C: D F, B: D E, A: B C', 'A B C D E F O'],
    ['A, B, C, D, E, K1: A B C, K2: D B E, K3: D A, Z: K1 K2 K3', 'Z K1 K2 K3 D A B C E'],
    ['A, B: A, C: B, D: C, E: D A', 'E D C B A'],
  ])('%s', (text, expected) => expect(order(hierarchy(text))).toBe(expected));

  test('bases that cannot be ordered still end, depth first', () => {
    const found = order(hierarchy('X, Y, A: X Y, B: Y X, C: A B')).split(' ');
    expect(found.slice(0, 2)).toEqual(['C', 'A']);
    expect(found.toSorted()).toEqual(['A', 'B', 'C', 'X', 'Y']);
  });

  test('a class that derives from itself has an order', () => {
    expect(order('class A: pass\nclass A(A): pass\n')).toBe('A A');
    expect(
      order('def f(b):\n    class A(b): pass\n    return A\nx = object\nfor _ in "ab":\n    x = f(x)\n'),
    ).toMatch(/^f.A/);
  });

  test('library classes stand for themselves', () => {
    expect(order('import socket, os\nclass A(socket.socket): pass\nclass B(A, os.PathLike): pass\n')).toBe(
      'B A socket.socket os.PathLike',
    );
  });
});
