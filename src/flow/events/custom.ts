import type { OpId } from '../../facts/ir.ts';
import type { ArgumentValue, CostPart } from '../../model/finding.ts';
import type { Activation } from '../solve/activations.ts';
import type { Collector } from './collect.ts';
import type { Operand, Operands } from './operands.ts';

/**
 * `sys.audit("name", ...)` raises what it names: a row of the catalogue, whose arguments it then passes by position,
 * or an event of the program's own.
 */
export function customEvent(
  collector: Collector,
  activation: Activation,
  op: OpId,
  operands: Operands,
  costs: readonly CostPart[],
): void {
  const { table } = collector.f.p;
  const name = operands.at(['arg:0']).constant;
  const custom = name.kind === 'str' ? name.value : undefined;
  const id = custom === undefined ? undefined : table.eventIds.get(custom);
  const names = id === undefined ? undefined : table.rules[id]!.arguments.map((argument) => argument.name);
  const values: (readonly [string, ArgumentValue])[] = [];
  for (let index = 1; ; index++) {
    const operand = operands.at([`arg:${index}`]);
    if (operand.presence !== 'given') break;
    values.push([names?.[index - 1] ?? `arg${index}`, passedValue(operand)]);
  }
  collector.add({
    activation,
    op,
    event: id === undefined ? { custom } : { id },
    targets: collector.at(activation, op),
    costs,
    provenance: id === undefined ? 'custom' : 'direct',
    arguments: values,
    api: 'sys.audit',
  });
}

function passedValue({ constant }: Operand): ArgumentValue {
  return constant.kind === 'unknown'
    ? { kind: 'unknown', reason: 'not constant' }
    : { kind: 'value', value: constant };
}
