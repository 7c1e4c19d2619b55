import type { OwnCategory, OwnRule } from '../../model/named-rule.ts';
import type { Rule } from './contract.ts';

/** A rule as selectors and reports know it. */
export function asNamed({ meta }: Rule, category: OwnCategory): OwnRule {
  const { code, name, tier, summary, meaning, url, messages, options } = meta;
  return {
    code,
    name,
    category,
    tier,
    summary,
    meaning,
    ...(url === undefined ? {} : { url }),
    messages,
    ...(options === undefined ? {} : { options }),
  };
}
