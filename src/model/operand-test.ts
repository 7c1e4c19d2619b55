import { unreachable } from './brand.ts';
import type { OperandTest } from './catalogue.ts';
import type { Constant, ConstantOrUnknown } from './constant.ts';

/** Same kind and value; a tuple with an unknown item equals nothing. */
function equal(a: ConstantOrUnknown, b: ConstantOrUnknown): boolean {
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return a.items.length === b.items.length && a.items.every((item, index) => equal(item, b.items[index]!));
  }
  if ('value' in a && 'value' in b) return a.kind === b.kind && a.value === b.value;
  if (a.kind === 'complex' && b.kind === 'complex') return a.text === b.text;
  return a.kind === b.kind && (a.kind === 'none' || a.kind === 'ellipsis');
}

/** Python's truth value. */
function truthy(constant: Constant): boolean {
  switch (constant.kind) {
    case 'none':
      return false;
    case 'ellipsis':
      return true;
    case 'bool':
      return constant.value;
    case 'int':
      return constant.value !== 0 && constant.value !== 0n;
    case 'float':
      return constant.value !== 0;
    case 'complex':
      return !/^[+-]?0*\.?0*j$/i.test(constant.text);
    case 'str':
    case 'bytes':
      return constant.value !== '';
    case 'tuple':
      return constant.items.length > 0;
    default:
      return unreachable(constant);
  }
}

const isText = ({ kind }: Constant): boolean => kind === 'str' || kind === 'bytes';

/** Whether a constant passes a test of the catalogue. */
export function constantPasses(test: OperandTest, constant: Constant): boolean {
  if (typeof test === 'object') {
    if ('equals' in test) return equal(test.equals, constant);
    if ('noBits' in test) {
      return constant.kind === 'int' && (BigInt(constant.value) & BigInt(test.noBits)) === 0n;
    }
    return 'value' in constant && isText(constant) && new RegExp(test.matches).test(String(constant.value));
  }
  switch (test) {
    case 'given':
      return true;
    case 'absent':
      return false;
    case 'none':
      return constant.kind === 'none';
    case 'not-none':
      return constant.kind !== 'none';
    case 'true':
      return truthy(constant);
    case 'false':
      return !truthy(constant);
    case 'text':
      return isText(constant);
    case 'not-text':
      return !isText(constant);
    case 'tuple':
      return constant.kind === 'tuple';
    default:
      return unreachable(test);
  }
}
