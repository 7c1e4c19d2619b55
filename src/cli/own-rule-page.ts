import type { OwnRule } from '../model/named-rule.ts';
import { rulePage } from '../model/page.ts';
import { filled } from '../report/filled.ts';
import type { Style } from '../report/style.ts';

type Schema = NonNullable<OwnRule['options']>;

const isTable = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a schema takes, in a word or two; empty where it does not say. */
function typeText({ type, enum: values, items }: Schema): string {
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' or ');
  const inside = isTable(items) ? typeText(items) : '';
  if (type === 'array') return inside === '' ? 'array' : `array of ${inside}`;
  return [type]
    .flat()
    .filter((name) => typeof name === 'string')
    .join(' or ');
}

/** A line of its own, and below it a text in lines of what is left of the width. */
const entry = (title: string, text: string, width: number): readonly string[] => [
  `  ${title}`,
  ...(text === '' ? [] : filled(text, width - 4).map((line) => `    ${line}`)),
];

/** The options of a schema, each with its type and description. */
function optionLines({ properties, required }: Schema, width: number): readonly string[] {
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isTable(properties) ? properties : {}).flatMap(([name, schema]) => {
    const { description, ...rest } = isTable(schema) ? schema : {};
    const type = typeText(rest);
    const title = `${name}${type === '' ? '' : `: ${type}`}${needed.includes(name) ? ', required' : ''}`;
    return entry(title, typeof description === 'string' ? description : '', width);
  });
}

/** All that is known of a rule beyond the table, for people. */
export function ownRulePage(rule: OwnRule, style: Style, width: number): string {
  const { name, options, messages = {} } = rule;
  const page = rulePage(rule);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines];
  const texts = Object.entries(messages).flatMap(([id, text]) => entry(id, text, width));
  const lines = [
    `${style.bold(name)}  ${style.dim(`${rule.code}, ${rule.category}`)}`,
    '',
    ...filled(rule.summary, width),
    '',
    ...filled(rule.meaning, width),
    ...section(`options, in [rule-options.${name}]`, options ? optionLines(options, width) : []),
    ...section('messages', texts),
    ...section('documentation', page === undefined ? [] : [`  ${page}`]),
  ];
  return `${lines.join('\n')}\n`;
}
