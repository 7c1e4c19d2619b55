import { describe, expect, test } from 'vitest';
import { type Node, Solver } from '../../../src/flow/solve/solver.ts';
import type { Token } from '../../../src/flow/solve/values.ts';

type Edge = readonly [from: number, to: number];
type Seed = readonly [node: number, token: number];

/** A generator of numbers that is the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function shuffled<T>(items: readonly T[], next: (below: number) => number): T[] {
  const left = [...items];
  return items.map(() => left.splice(next(left.length), 1)[0]!);
}

/** Solves a graph whose constraints come in the order given; what each node holds, sorted. */
function solved(size: number, steps: readonly (Edge | { seed: Seed })[], solveBetween = false): number[][] {
  const solver = new Solver();
  solver.nodes(size);
  for (const step of steps) {
    if ('seed' in step) solver.add(step.seed[0] as Node, step.seed[1] as Token);
    else solver.flow(step[0] as Node, step[1] as Node);
    if (solveBetween) solver.solve();
  }
  solver.solve();
  return Array.from({ length: size }, (_, node) => [...solver.at(node as Node)].sort((a, b) => a - b));
}

/** What reachability says each node holds: the answer without a worklist. */
function reachable(size: number, edges: readonly Edge[], seeds: readonly Seed[]): number[][] {
  const held = Array.from({ length: size }, () => new Set<number>());
  for (const [node, token] of seeds) held[node]!.add(token);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, to] of edges) {
      for (const token of held[from]!) {
        if (held[to]!.has(token)) continue;
        held[to]!.add(token);
        changed = true;
      }
    }
  }
  return held.map((set) => [...set].sort((a, b) => a - b));
}

function program(seed: number): { size: number; edges: Edge[]; seeds: Seed[] } {
  const next = random(seed);
  const size = 2 + next(20);
  const edges = Array.from({ length: next(50) }, (): Edge => [next(size), next(size)]);
  const seeds = Array.from({ length: 1 + next(10) }, (): Seed => [next(size), next(12)]);
  return { size, edges, seeds };
}

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

describe('laws of the solver', () => {
  test('it finds what reachability says', () => {
    for (const seed of SEEDS) {
      const { size, edges, seeds } = program(seed);
      expect(solved(size, [...edges, ...seeds.map((one) => ({ seed: one }))])).toEqual(
        reachable(size, edges, seeds),
      );
    }
  });

  test('the order of constraints, and solving in between, change nothing', () => {
    for (const seed of SEEDS) {
      const { size, edges, seeds } = program(seed);
      const steps = [...edges, ...seeds.map((one) => ({ seed: one }))];
      const expected = solved(size, steps);
      const other = shuffled(steps, random(seed + 1000));
      expect(solved(size, other)).toEqual(expected);
      expect(solved(size, other, true)).toEqual(expected);
    }
  });

  test('saying a constraint twice says nothing new', () => {
    for (const seed of SEEDS) {
      const { size, edges, seeds } = program(seed);
      const steps = [...edges, ...seeds.map((one) => ({ seed: one }))];
      expect(solved(size, [...steps, ...steps])).toEqual(solved(size, steps));
    }
  });

  test('more constraints never take a value away', () => {
    for (const seed of SEEDS) {
      const { size, edges, seeds } = program(seed);
      const some = [...edges.slice(1), ...seeds.map((one) => ({ seed: one }))];
      const all = [...edges, ...seeds.map((one) => ({ seed: one }))];
      const more = solved(size, all);
      solved(size, some).forEach((tokens, node) => {
        expect(more[node]).toEqual(expect.arrayContaining(tokens));
      });
    }
  });

  test('a reaction runs once for each value, whenever it was added', () => {
    for (const early of [true, false]) {
      const solver = new Solver();
      const node = solver.nodes(3);
      const seen: Token[] = [];
      const react = () => solver.on((node + 2) as Node, (token) => seen.push(token));
      if (early) react();
      solver.flow(node, (node + 1) as Node);
      solver.flow((node + 1) as Node, (node + 2) as Node);
      solver.flow((node + 2) as Node, node);
      for (const token of [1, 2, 1, 3]) solver.add(node, token as Token);
      solver.solve();
      if (!early) react();
      solver.solve();
      solver.solve();
      expect([...seen].sort()).toEqual([1, 2, 3]);
    }
  });

  test('reactions may add edges, nodes and reactions, and all is solved in the end', () => {
    const solver = new Solver();
    const first = solver.nodes(1);
    const made: Node[] = [];
    solver.on(first, (token) => {
      if (token >= 30) return;
      const node = solver.nodes(1);
      made.push(node);
      solver.flow(node, first);
      solver.add(node, (token + 1) as Token);
    });
    solver.add(first, 0 as Token);
    solver.solve();
    expect(solver.at(first).length).toBe(31);
    expect(made.length).toBe(30);
  });

  test('a ring of 100,000 nodes is solved without recursion', () => {
    const solver = new Solver();
    solver.nodes(100_000);
    for (let node = 0; node < 100_000; node++) solver.flow(node as Node, ((node + 1) % 100_000) as Node);
    solver.add(0 as Node, 7 as Token);
    solver.solve();
    expect(solver.at(99_999 as Node)).toEqual([7]);
  });

  test('a node holds no more than so many values', () => {
    const solver = new Solver();
    solver.nodes(1);
    for (let token = 0; token < 10_000; token++) solver.add(0 as Node, token as Token);
    solver.solve();
    expect(solver.at(0 as Node).length).toBeLessThan(1000);
  });
});
