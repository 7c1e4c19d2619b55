import { unreachable } from '../model/brand.ts';
import type { Condition, OperandTest, Place } from '../model/catalogue.ts';
import { pythonText } from './python-text.ts';

/** A test as it follows the name of what it tests: `is true`, `matches /^r/`. */
export function testText(test: OperandTest): string {
  if (typeof test === 'object') {
    if ('equals' in test) return `is ${pythonText(test.equals)}`;
    if ('matches' in test) return `matches /${test.matches}/`;
    return `has no bit of 0x${test.noBits.toString(16)}`;
  }
  switch (test) {
    case 'given':
    case 'absent':
    case 'true':
    case 'false':
      return `is ${test}`;
    case 'none':
      return 'is None';
    case 'not-none':
      return 'is not None';
    case 'text':
      return 'is a text';
    case 'not-text':
      return 'is no text';
    case 'tuple':
      return 'is a tuple';
    default:
      return unreachable(test);
  }
}

/** An operand by its keyword if it has one, else by its place. */
function operandText(places: readonly Place[]): string {
  const keyword = places.find((place) => place.startsWith('kw:'));
  if (keyword) return keyword.slice(3);
  const place = places[0] ?? 'args';
  switch (place) {
    case 'args':
      return 'the arguments';
    case 'self':
      return 'the object';
    case 'value':
      return 'the value';
    case 'attribute':
      return 'the attribute';
    default: {
      const index = Number(place.slice(4));
      return index === -1
        ? 'the last argument'
        : index < 0
          ? `argument ${-index} from the end`
          : `argument ${index + 1}`;
    }
  }
}

/** When a raiser fires, as in `if shell is true and standard input is a terminal`; empty without conditions. */
export function conditionsText(conditions: readonly Condition[]): string {
  const parts = conditions.map((condition) =>
    'runtime' in condition
      ? condition.runtime
      : `${operandText(condition.operand)} ${testText(condition.is)}`,
  );
  return parts.length === 0 ? '' : `if ${parts.join(' and ')}`;
}
