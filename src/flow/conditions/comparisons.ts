import type { MemberOutline, Outline } from './outline.ts';

export const bool = (value: boolean): Outline => ({ kind: 'bool', value });

/** Whether two outlines stand for one value, as far as they tell. */
export const isSame = (left: NonNullable<Outline>, right: NonNullable<Outline>): boolean =>
  left.kind === right.kind &&
  ('value' in left && 'value' in right
    ? left.value === right.value
    : left.kind === 'none' || left.kind === 'true object');

function comparedMembers(operator: string, left: MemberOutline, right: MemberOutline): Outline {
  if (left.facts !== right.facts || left.type !== right.type) return undefined;
  const same = left.name === right.name;
  if (operator === '==' || operator === 'is') return bool(same);
  return operator === '!=' || operator === 'is not' ? bool(!same) : undefined;
}

/** What a comparison gives; errs toward `undefined`. */
export function compared(operator: string, left: Outline, right: Outline): Outline {
  if (left === undefined || right === undefined) return undefined;
  if (left.kind === 'member' && right.kind === 'member') return comparedMembers(operator, left, right);
  const isNone = left.kind === 'none' || right.kind === 'none';
  const isText = left.kind === 'str' && right.kind === 'str';
  const isBool = left.kind === 'bool' && right.kind === 'bool';
  if (left.kind === 'int' && right.kind === 'int') return comparedIntegers(operator, left.value, right.value);
  if (!isNone && !isText && !isBool) return undefined;
  const same = isSame(left, right) || (left.kind === 'none' && right.kind === 'none');
  if (operator === '==' || operator === 'is') return isText && operator === 'is' ? undefined : bool(same);
  if (operator === '!=' || operator === 'is not')
    return isText && operator === 'is not' ? undefined : bool(!same);
  return undefined;
}

function comparedIntegers(operator: string, left: number | bigint, right: number | bigint): Outline {
  switch (operator) {
    case '==':
      return bool(left === right);
    case '!=':
      return bool(left !== right);
    case '<':
      return bool(left < right);
    case '<=':
      return bool(left <= right);
    case '>':
      return bool(left > right);
    case '>=':
      return bool(left >= right);
    default:
      return undefined;
  }
}
