import { describe, expect, test } from 'vitest';
import type { RaisedEvent } from '../../src/flow/analysis.ts';
import { confidenceOf } from '../../src/lint/grade.ts';
import { edgeConfidence } from '../../src/model/confidence.ts';
import { CONFIDENCES, type Confidence } from '../../src/model/finding.ts';
import {
  ALL_TARGETS,
  formatTargets,
  join,
  meet,
  NO_TARGETS,
  PLATFORMS,
  parseTargets,
  type TargetMask,
  targetMask,
  VERSIONS,
} from '../../src/model/targets.ts';
import { findingsOf } from './programs.ts';

/** A few of each kind: none, all, single ones, ranges, and mixtures that no guard alone would give. */
const MASKS: readonly TargetMask[] = [
  NO_TARGETS,
  ALL_TARGETS,
  ...PLATFORMS.map((platform) => targetMask(VERSIONS, [platform])),
  ...['3.8', '3.11', '3.15'].map((version) => targetMask(VERSIONS.filter((one) => one === version))),
  targetMask(VERSIONS.slice(0, 4), ['linux']),
  parseTargets('3.8-3.10/win32; 3.12/linux,darwin'),
  parseTargets('3.9/linux; 3.11/darwin; 3.13-3.15/win32'),
];

const pairs = MASKS.flatMap((a) => MASKS.map((b) => [a, b] as const));
const triples = pairs.flatMap(([a, b]) => MASKS.map((c) => [a, b, c] as const));

describe('targets are a lattice', () => {
  test('no targets and all targets are its ends', () => {
    for (const a of MASKS) {
      expect([join(a, NO_TARGETS), meet(a, ALL_TARGETS)]).toEqual([a, a]);
      expect([join(a, ALL_TARGETS), meet(a, NO_TARGETS)]).toEqual([ALL_TARGETS, NO_TARGETS]);
    }
  });

  test('join and meet are idempotent and commutative, and absorb each other', () => {
    for (const [a, b] of pairs) {
      expect([join(a, a), meet(a, a)]).toEqual([a, a]);
      expect([join(a, b), meet(a, b)]).toEqual([join(b, a), meet(b, a)]);
      expect([join(a, meet(a, b)), meet(a, join(a, b))]).toEqual([a, a]);
    }
  });

  test('they are associative and distribute over each other', () => {
    for (const [a, b, c] of triples) {
      expect(join(a, join(b, c))).toBe(join(join(a, b), c));
      expect(meet(a, meet(b, c))).toBe(meet(meet(a, b), c));
      expect(meet(a, join(b, c))).toBe(join(meet(a, b), meet(a, c)));
      expect(join(a, meet(b, c))).toBe(meet(join(a, b), join(a, c)));
    }
  });

  test('what is written of them is read back', () => {
    for (const a of MASKS) if (a !== NO_TARGETS) expect(parseTargets(formatTargets(a).join(';'))).toBe(a);
  });
});

describe('evidence', () => {
  const event = (cost: number, edges: number, ceiling?: Confidence) =>
    ({ cost, edges, ...(ceiling ? { ceiling } : {}) }) as RaisedEvent;
  const rank = (grade: Confidence) => CONFIDENCES.indexOf(grade);
  const costs = [0, 1, 2, 3, 9, 10, 11, 100, Number.POSITIVE_INFINITY];
  const lengths = [0, 1, 5, 6, 50];

  test('no path gets better by costing more or by being longer', () => {
    for (const [index, cost] of costs.entries()) {
      for (const more of costs.slice(index)) {
        expect(rank(edgeConfidence(more))).toBeGreaterThanOrEqual(rank(edgeConfidence(cost)));
        for (const [at, edges] of lengths.entries()) {
          for (const longer of lengths.slice(at)) {
            expect(rank(confidenceOf(event(more, longer)))).toBeGreaterThanOrEqual(
              rank(confidenceOf(event(cost, edges))),
            );
          }
        }
      }
    }
  });

  test('a ceiling only lowers, and no grade is above it', () => {
    for (const cost of costs) {
      for (const ceiling of CONFIDENCES) {
        const free = confidenceOf(event(cost, 1));
        expect(rank(confidenceOf(event(cost, 1, ceiling)))).toBe(Math.max(rank(free), rank(ceiling)));
      }
    }
  });
});

describe('findings follow the targets asked for', () => {
  const FILES = {
    'main.py': [
      'import os, sys',
      'from helper import run',
      'if sys.platform == "win32":',
      '    os.startfile("x")',
      'elif sys.version_info >= (3, 12):',
      '    run("x")',
      'else:',
      '    os.system("y")',
      'if os.name == "posix" and sys.version_info < (3, 10):',
      '    os.fork()',
      'open("z")',
    ].join('\n'),
    'helper.py': 'import os, sys\ndef run(x):\n    if sys.platform == "darwin": return\n    os.system(x)\n',
  };
  const targetsByFinding = (mask: TargetMask) =>
    new Map(findingsOf(FILES, mask).map((one) => [`${one.file}:${one.line}: ${one.event}`, one.targets]));
  const all = targetsByFinding(ALL_TARGETS);

  test('fewer targets give the same findings, each met with them', () => {
    expect(all.size).toBeGreaterThan(5);
    for (const mask of MASKS) {
      if (mask === NO_TARGETS) continue;
      const expected = [...all]
        .map(([name, targets]) => [name, meet(targets, mask)] as const)
        .filter(([, targets]) => targets !== NO_TARGETS);
      expect(targetsByFinding(mask), formatTargets(mask).join('; ')).toEqual(new Map(expected));
    }
  });
});
