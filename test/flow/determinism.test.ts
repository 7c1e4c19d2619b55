import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyse } from '../../src/flow/analyse.ts';
import { link } from '../../src/link/link.ts';
import type { LinkInput } from '../../src/link/program.ts';
import { byPlace, lint } from '../../src/lint/lint.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { ROOT } from '../sources.ts';
import { linkInput, TABLE } from './programs.ts';

const FOLDER = join(ROOT, 'examples/app');

const inputs = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.py'))
  .sort()
  .map((name) => linkInput(name, readFileSync(join(FOLDER, name), 'utf8')));

const report = (files: readonly LinkInput[]) =>
  JSON.stringify(lint(analyse(link(files), TABLE, ALL_TARGETS)).sort(byPlace), null, 1);

test('the same program gives the same findings, again and in any order of its files', () => {
  const expected = report(inputs);
  expect(expected.length).toBeGreaterThan(10_000);
  expect(report(inputs)).toBe(expected);
  expect(report([...inputs].reverse())).toBe(expected);
  for (let turn = 1; turn < inputs.length; turn += 3) {
    expect(report([...inputs.slice(turn), ...inputs.slice(0, turn)])).toBe(expected);
  }
});
