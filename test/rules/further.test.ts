import { describe, expect, test } from 'vitest';
import { furtherRules } from '../../rules/further.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { link } from '../../src/link/link.ts';
import { lint } from '../../src/lint/lint.ts';
import { ruleProblems } from '../../src/lint/rule/problems.ts';
import { runRules } from '../../src/lint/rule/run.ts';
import { LineTable } from '../../src/model/line-table.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { type Files, linkInputs, TABLE } from '../flow/programs.ts';
import { furtherFixtures } from '../flow/programs-of-fixtures.ts';

const EVENTS = TABLE.rules.map(({ event }) => event);

const EXPECTED = /# expect: ([\w-]+)$/gm;

/** `path:line rule`, in order. */
function expected(files: Files): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const lines = new LineTable(text);
    return [...text.matchAll(EXPECTED)].map(
      ({ index, 1: rule }) => `${path}:${lines.region({ from: index, to: index }).line} ${rule}`,
    );
  });
}

function reported(files: Files): string[] {
  const analysis = analyse(link(linkInputs(files)), TABLE, ALL_TARGETS, { program: true });
  const rules = furtherRules.map((rule) => ({ rule, options: {} }));
  const { findings, faults } = runRules(rules, analysis.program!, lint(analysis), EVENTS);
  expect(faults).toEqual([]);
  return findings.map(
    ({ file, at, event }) => `${file}:${new LineTable(files[file]!).region(at).line} ${event}`,
  );
}

describe('rules beyond the table', () => {
  test.each(furtherRules.map((rule) => [rule.meta.name, rule] as const))(
    '%s is well formed and has cases',
    (name, rule) => {
      expect(ruleProblems(rule, 'own')).toEqual([]);
      expect(furtherFixtures.filter(({ theme }) => theme === name).length).toBeGreaterThan(0);
    },
  );

  test.each(furtherFixtures.map((fixture) => [`${fixture.theme}/${fixture.name}`, fixture] as const))(
    '%s',
    (_, { theme, files }) => {
      const found = reported(files).filter((line) => line.endsWith(` ${theme}`));
      expect(found.sort()).toEqual(expected(files).sort());
    },
  );
});
