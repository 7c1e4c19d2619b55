import type { EventRule } from '../model/catalogue.ts';
import type { ConstantOrUnknown } from '../model/constant.ts';
import type { ArgumentValue } from '../model/finding.ts';

/** RFC 3986, 3.2.1: `user:password` before the `@` of an authority. */
const USER_INFO = /(\b[a-z][a-z\d+.-]*:\/\/)[^\s/?#@]*(?:@[^\s/?#@]*)*@/gi;

function withoutUserInfo<T extends ConstantOrUnknown>(constant: T): T {
  if (constant.kind === 'tuple') return { ...constant, items: constant.items.map(withoutUserInfo) };
  if (constant.kind !== 'str' && constant.kind !== 'bytes') return constant;
  return { ...constant, value: constant.value.replace(USER_INFO, '$1<redacted>@') };
}

/**
 * The arguments as they may be shown: constants of sensitive arguments are withheld, and user info is taken out of
 * URLs wherever they stand.
 */
export function redacted(
  given: readonly (readonly [name: string, value: ArgumentValue])[],
  rule: EventRule | undefined,
): (readonly [name: string, value: ArgumentValue])[] {
  const sensitive = new Set(
    rule?.arguments.filter(({ sensitive }) => sensitive === true).map(({ name }) => name),
  );
  return given.map(([name, value]) => {
    if (value.kind !== 'value') return [name, value];
    if (sensitive.has(name) && value.value.kind !== 'none') return [name, { kind: 'redacted' }];
    return [name, { kind: 'value', value: withoutUserInfo(value.value) }];
  });
}
