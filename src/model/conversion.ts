import { unreachable } from './brand.ts';
import type { Conversion } from './catalogue.ts';
import { type ConstantOrUnknown, NONE, str } from './constant.ts';

const UNKNOWN: ConstantOrUnknown = { kind: 'unknown' };

/** The value as the raiser puts it into its event; unknown where the conversion does not fit the value. */
export function convert(value: ConstantOrUnknown, conversion: Conversion): ConstantOrUnknown {
  if (value.kind === 'unknown') return value;
  const text = value.kind === 'str' || value.kind === 'bytes';
  switch (conversion) {
    case 'raw-mode':
      return value.kind === 'str' ? str(value.value.replace(/[bt]/g, '')) : UNKNOWN;
    case 'listed':
      return text ? { kind: 'tuple', items: [value] } : value;
    case 'shell-listed':
      return {
        kind: 'tuple',
        items: [str('/bin/sh'), str('-c'), ...(value.kind === 'tuple' ? value.items : [value])],
      };
    case 'first-item':
      return text ? value : value.kind === 'tuple' ? (value.items[0] ?? UNKNOWN) : UNKNOWN;
    case 'second-item':
      return value.kind === 'tuple' ? (value.items[1] ?? UNKNOWN) : UNKNOWN;
    case 'text-or-none':
      return text ? value : NONE;
    default:
      return unreachable(conversion);
  }
}
