import { TIERS } from '../../model/catalogue.ts';
import { type NamedRule, ruleName } from '../../model/named-rule.ts';
import { OWN_RULES } from '../own-rules.ts';
import { isTable, isText } from './shapes.ts';

/** The block of codes that a rule may come from: ours are `PYA`, those of plugins anything else. */
export type Origin = 'own' | 'plugin';

const CODE = /^[A-Z]{2,10}\d{4}$/;
const NAME = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/;
const META = ['code', 'name', 'tier', 'summary', 'meaning', 'url', 'messages', 'options'];

/**
 * What keeps a value from being a rule, each with what to write; empty if it is one.
 *
 * @param known rules whose names are taken, as those of our own are
 */
export function ruleProblems(rule: unknown, origin: Origin, known: readonly NamedRule[] = []): string[] {
  if (!isTable(rule)) return ['a rule is an object with `meta` and `create`'];
  const { meta, create } = rule;
  const found = typeof create === 'function' ? [] : ['`create` is no function'];
  if (!isTable(meta)) return [...found, '`meta` is no object'];
  const { code, name, tier, messages, options } = meta;
  if (typeof code !== 'string' || !CODE.test(code))
    found.push('`meta.code` is not two to ten capital letters and four digits, such as ACME0001');
  else if (origin === 'plugin' && code.startsWith('PYA'))
    found.push(`\`meta.code\` is ${code}, but codes with PYA are pyaudit-lint's own; choose other letters`);
  if (typeof name !== 'string' || !NAME.test(name))
    found.push('`meta.name` is not small letters and digits with hyphens between, such as no-shell');
  const other = origin === 'own' ? undefined : [...known, ...OWN_RULES].find((one) => ruleName(one) === name);
  if (other)
    found.push(`\`meta.name\` is \`${ruleName(other)}\`, as ${other.code} is called; choose another`);
  if (!TIERS.some((known) => known === tier)) found.push(`\`meta.tier\` is none of ${TIERS.join(', ')}`);
  for (const field of ['summary', 'meaning'])
    if (!isText(meta[field])) found.push(`\`meta.${field}\` is no text`);
  if (!isTable(messages) || Object.keys(messages).length === 0 || !Object.values(messages).every(isText))
    found.push('`meta.messages` is no object of texts');
  if (options !== undefined && !isTable(options)) found.push('`meta.options` is no JSON schema');
  const unknown = Object.keys(meta).filter((field) => !META.includes(field));
  if (unknown.length > 0)
    found.push(`\`meta\` has no field ${unknown.map((field) => `\`${field}\``).join(', ')}`);
  return found;
}
