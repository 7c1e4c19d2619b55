import { inventoryOf } from '../filter/inventory.ts';
import type { Analysis } from '../flow/analysis.ts';
import { byPlace, lint } from '../lint/lint.ts';
import { faultPlace } from '../lint/rule/fault-place.ts';
import { type ConfiguredRule, runRules } from '../lint/rule/run.ts';
import type { Finding, Inventory } from '../model/finding.ts';
import { faultMessage, type RunLog } from './file-stages.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface Linted {
  readonly findings: readonly Finding[];
  readonly inventory: Inventory;
}

/**
 * The findings of an analysis: its events, and what rules beyond the table say of the program. A rule that fails is
 * noted in the log, and the rest goes on.
 *
 * @param isOurs whether a finding stands where the report is about
 */
export function linted(
  result: Analysis,
  isOurs: (finding: Finding) => boolean,
  rules: readonly ConfiguredRule[],
  watch: Stopwatch,
  log: RunLog,
): Linted {
  try {
    return watch.time('lint', () => {
      const events = lint(result);
      const told = [...events, ...furtherFindings(result, events, rules, log)].filter(isOurs).sort(byPlace);
      return { findings: told, inventory: inventoryOf(told, result.table, result.targets) };
    });
  } catch (error) {
    log.faults.push({ stage: 'lint', message: faultMessage(error) });
    return { findings: [], inventory: { events: [], interpreter: [] } };
  }
}

/** What rules beyond the table say of a program that was made for them; those that fail are noted in the log. */
export function furtherFindings(
  { program, table }: Analysis,
  events: readonly Finding[],
  rules: readonly ConfiguredRule[],
  log: RunLog,
): readonly Finding[] {
  if (!program) return [];
  const known = table.rules.map(({ event }) => event);
  const { findings, faults } = runRules(rules, program, events, known);
  for (const { rule, file, plugin, error } of faults) {
    log.faults.push({
      stage: `rule ${rule}`,
      ...(file === undefined ? {} : { file }),
      message: plugin ? `${faultMessage(error)} (${faultPlace(plugin, error)})` : faultMessage(error),
    });
  }
  return findings;
}
