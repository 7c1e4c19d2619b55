import type { ArgumentMap, EventArgument, EventRule } from '../../model/catalogue.ts';
import type { ConstantOrUnknown } from '../../model/constant.ts';
import { convert } from '../../model/conversion.ts';
import type { ArgumentValue } from '../../model/finding.ts';
import { parseVersions, type TargetMask, versionsOf } from '../../model/targets.ts';
import type { Operand, Operands } from './operands.ts';

/** The arguments of an event as far as they are constants, in the event's order. */
export function argumentValues(
  rule: EventRule,
  map: ArgumentMap,
  operands: Operands,
  targets: TargetMask,
): (readonly [string, ArgumentValue])[] {
  return rule.arguments
    .filter((argument) => passed(argument, targets))
    .map((argument) => [argument.name, argumentValue(map[argument.name], operands)] as const);
}

/** Whether any of the targets passes the argument. */
function passed(argument: EventArgument, targets: TargetMask): boolean {
  if (argument.versions === undefined) return true;
  const versions = parseVersions(argument.versions);
  return versionsOf(targets).some((version) => versions.includes(version));
}

function argumentValue(source: ArgumentMap[string] | undefined, operands: Operands): ArgumentValue {
  if (source === null || source === undefined) return { kind: 'unknown', reason: 'computed' };
  const { from, default: fallback, convert: conversion } = 'from' in source ? source : { from: source };
  const operand: Operand = operands.at(from);
  let value: ConstantOrUnknown = operand.constant;
  if (operand.presence === 'absent') {
    if (fallback === undefined) return { kind: 'unknown', reason: 'not given' };
    value = fallback;
  }
  if (conversion !== undefined) value = convert(value, conversion);
  if (value.kind === 'unknown') return { kind: 'unknown', reason: 'not constant' };
  return { kind: 'value', value };
}
