import type { Rule } from '../src/lint/rule/contract.ts';
import type { RuleCases } from '../src/testing/rule-case.ts';
import { RuleTester as Tester } from '../src/testing/rule-tester.ts';
import type { Runner } from '../src/testing/runner.ts';
import { raiserTable } from './analysis.ts';

export type { ExpectedFinding, InvalidCase, RuleCases, ValidCase } from '../src/testing/rule-case.ts';
export type { Runner } from '../src/testing/runner.ts';

/** Tests a rule on small programs; see the guide on writing rules. */
export class RuleTester {
  private readonly tester: Tester;

  /** @param runner `{ describe, it }` of a runner whose functions are not global; without, Node's own runner */
  constructor(runner?: Runner) {
    this.tester = new Tester(raiserTable(), runner);
  }

  /** Makes a group of tests: one that the rule and the cases are well formed, and one for each case. */
  run<Id extends string>(rule: Rule<Id>, cases: RuleCases): void {
    this.tester.run(rule, cases);
  }
}
