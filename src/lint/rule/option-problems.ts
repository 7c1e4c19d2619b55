// A module of its own, loaded where there are options to check. The package is imported by name here: the bundle gives
// a module that is imported while it runs, and is CommonJS, nothing but its default export.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { RuleMeta } from './contract.ts';

/** Unknown keywords are mistakes of the schema; what a `format` means is the rule's business. */
const FORM = { allErrors: true, strict: false, strictSchema: true, validateFormats: false } as const;

type Schema = NonNullable<RuleMeta['options']>;

/** @throws Error for what is no JSON schema of draft 2020-12 */
const compiled = (schema: Schema): ValidateFunction => new Ajv2020(FORM).compile(schema);

/** Why a value of `meta.options` is no JSON schema of draft 2020-12; undefined if it is one. */
export function schemaProblem(schema: Schema): string | undefined {
  try {
    compiled(schema);
    return undefined;
  } catch (error) {
    return `\`meta.options\` is no JSON schema: ${(error as Error).message}`;
  }
}

/**
 * What the schema of a rule refuses in the options it is given, each with its place under `where`; empty if it takes
 * them.
 */
export function optionProblems(
  { name, options }: RuleMeta,
  given: Readonly<Record<string, unknown>>,
  where = `rule-options.${name}`,
): readonly string[] {
  if (options === undefined) return [`\`${where}\`: this rule has no options; remove them`];
  const broken = schemaProblem(options);
  if (broken !== undefined) return [`\`${where}\`: the rule's ${broken}`];
  const check = compiled(options);
  if (check(given)) return [];
  return (check.errors ?? []).map(({ instancePath, message = '', params }) => {
    const place = [where, ...instancePath.split('/').slice(1)].join('.');
    return `\`${place}\` ${message}${named(params)}`;
  });
}

/** What the words of an error leave out: the key that is unknown, the values that are allowed. */
function named({ additionalProperty, allowedValues }: Readonly<Record<string, unknown>>): string {
  if (typeof additionalProperty === 'string') return `: \`${additionalProperty}\``;
  return Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
}
