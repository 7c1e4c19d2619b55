import type { OperandTest } from '../model/catalogue.ts';
import type { ArgumentValue } from '../model/finding.ts';
import { constantPasses } from '../model/operand-test.ts';

/**
 * Whether an event's argument is known to pass a test. An unknown value passes only `given`: what cannot be decided
 * is not claimed, so that the tier falls to a later case.
 */
export function argumentPasses(test: OperandTest, value: ArgumentValue | undefined): boolean {
  if (value === undefined) return test === 'absent';
  if (value.kind !== 'value') return test === 'given';
  return constantPasses(test, value.value);
}
