import { createRequire } from 'node:module';
import { analysePaths } from '../engine/analyse.ts';
import { MemoryHost } from '../host/memory.ts';
import type { Rule } from '../lint/rule/contract.ts';
import { filled } from '../lint/rule/messages.ts';
import { schemaProblem } from '../lint/rule/option-problems.ts';
import { ruleProblems } from '../lint/rule/problems.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { ALL_TARGETS } from '../model/targets.ts';
import { caseProblems } from './case-problems.ts';
import { compare, type Said, type Wanted } from './compare.ts';
import { filesOf } from './program-text.ts';
import type { InvalidCase, RuleCases, ValidCase } from './rule-case.ts';
import type { Block, Runner, Test } from './runner.ts';

/** Those of the runner whose functions are global (Vitest with `globals`, Jest, Mocha), else of Node's own. */
function runnerAtHand(): Runner {
  const { describe, it } = globalThis as { describe?: Block; it?: Test };
  if (describe && it) return { describe, it };
  return createRequire(import.meta.url)('node:test') as Runner;
}

/**
 * Runs the cases of a rule as tests, and holds their author to it: unknown keys and messages, messages that no case
 * expects, cases that are there twice, programs with syntax errors, and tables without a near miss, an indirect case
 * or one of several files are failures of their own.
 */
export class RuleTester {
  private readonly table: RaiserTable;
  private readonly runner: Runner;

  /** @param runner for runners whose functions are not global: `{ describe, it }` of Vitest */
  constructor(table: RaiserTable, runner: Runner = runnerAtHand()) {
    this.table = table;
    this.runner = runner;
  }

  run<Id extends string>(rule: Rule<Id>, cases: RuleCases): void {
    const { describe, it } = this.runner;
    describe(rule.meta?.name ?? 'rule', () => {
      it('is a rule, with the cases that a rule needs', () => {
        const problems = this.problems(rule, cases);
        if (problems.length > 0) throw new Error(problems.join('\n'));
      });
      const { valid = [], invalid = [] } = cases;
      for (const one of valid) it(`says nothing: ${one.name}`, () => this.check(rule, one, []));
      for (const one of invalid) it(`tells: ${one.name}`, () => this.check(rule, one, one.findings ?? []));
    });
  }

  private problems(rule: Rule, cases: RuleCases): readonly string[] {
    const found = ruleProblems(rule, 'plugin', this.table.named);
    if (found.length > 0) return found;
    const { options } = rule.meta;
    const schema = options && schemaProblem(options);
    return schema === undefined ? caseProblems(cases, rule.meta) : [schema];
  }

  private async check(
    rule: Rule,
    one: ValidCase | InvalidCase,
    findings: InvalidCase['findings'],
  ): Promise<void> {
    const files = filesOf(one.program);
    const paths = Object.keys(files);
    const expected = findings.map(({ file, messageId, data = {}, ...rest }): Wanted => {
      if (file === undefined && paths.length > 1)
        throw new Error(`say which file of ${paths.join(', ')} line ${rest.line} is of`);
      return { ...rest, file: file ?? paths[0]!, message: filled(rule.meta.messages[messageId] ?? '', data) };
    });
    compare(await this.said(rule, one), expected);
  }

  private async said(rule: Rule, { program, options = {} }: ValidCase): Promise<readonly Said[]> {
    const { findings, faults, limits } = await analysePaths(
      {
        paths: ['.'],
        targets: ALL_TARGETS,
        preset: 'all',
        select: [rule.meta.code],
        ignore: [],
        minLevel: 'note',
        failOn: 'none',
        provenances: [],
      },
      new MemoryHost(filesOf(program)),
      this.table,
      { rules: [{ rule, options }] },
    );
    const broken = limits.find(({ kind }) => kind === 'syntax');
    if (broken) throw new Error(`${broken.file}:${broken.region?.line ?? 1}: ${broken.message}`);
    const [fault] = faults;
    if (fault) throw new Error(`${fault.stage}: ${fault.message}`);
    return findings.map(({ file, region, message = '', confidence, witness }) => ({
      ...region,
      file,
      message,
      confidence,
      witness: witness.map(({ name }) => name),
    }));
  }
}
