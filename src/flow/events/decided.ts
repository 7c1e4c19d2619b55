import type { Constant } from '../../model/constant.ts';
import { constantPasses } from '../../model/operand-test.ts';
import type { ArgumentQuestion, ArgumentTest, CallableTest, InstanceTest } from '../../stdlib/closure.ts';
import {
  instanceAnswer,
  isCallableNamed,
  isConstantOf,
  passesAsInstance,
  passesByKind,
} from './argument-kinds.ts';
import type { Operands } from './operands.ts';

/** Whether the arguments of a call pass a test; `undefined` where what they are does not tell. */
export function decided(operands: Operands, test: ArgumentTest): boolean | undefined {
  const own = decidedAlone(operands, test);
  if (own || !test.or) return own;
  const others = test.or.map((one) => decidedAlone(operands, one));
  if (others.includes(true)) return true;
  return own === undefined || others.includes(undefined) ? undefined : false;
}

/** The same without its alternatives. */
export function decidedAlone(
  operands: Operands,
  { operand, is, default: fallback }: ArgumentTest,
): boolean | undefined {
  const given = operands.at(operand);
  if (given.presence === 'unknown') return undefined;
  if (typeof is === 'object' && 'callable' in is) {
    return given.presence === 'absent'
      ? is.isDefault
      : isCallableNamed(operands.f, given.tokens, is.callable);
  }
  if (given.presence === 'absent') return fallback && passes(is, fallback);
  if (!isInstanceTest(is)) {
    if (given.constant.kind !== 'unknown') return constantPasses(is, given.constant);
    return passesByKind(operands, is, operands.opAt(operand));
  }
  if (given.tokens.length === 0) {
    return given.constant.kind === 'unknown' ? undefined : passes(is, given.constant);
  }
  return passesAsInstance(operands.f, is, given.tokens);
}

export const isInstanceTest = (is: ArgumentQuestion): is is InstanceTest =>
  typeof is === 'object' && 'instanceOf' in is;

function passes(is: Exclude<ArgumentQuestion, CallableTest>, constant: Constant): boolean | undefined {
  if (!isInstanceTest(is)) return constantPasses(is, constant);
  return instanceAnswer(
    is,
    is.instanceOf.map((name) => isConstantOf(constant, name)),
  );
}
