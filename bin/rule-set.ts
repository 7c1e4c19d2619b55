import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { furtherRules } from '../rules/further.ts';
import { didYouMean } from '../src/config/nearest.ts';
import { UsageError } from '../src/config/usage-error.ts';
import type { Rule } from '../src/lint/rule/contract.ts';
import { ruleProblems } from '../src/lint/rule/problems.ts';
import type { ConfiguredRule } from '../src/lint/rule/run.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What a module exports by default: a rule, a list of them, or an object with a list under `rules`. */
function exported(module: unknown): readonly unknown[] {
  const found = isObject(module) ? module.default : undefined;
  if (Array.isArray(found)) return found;
  if (isObject(found) && Array.isArray(found.rules)) return found.rules;
  return found === undefined ? [] : [found];
}

async function load(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    const { message } = error as Error;
    const hint = /\.[cm]?ts$/.test(file)
      ? '; TypeScript needs Node 22.18 or later, or has to be compiled'
      : '';
    throw new UsageError(`--plugin ${file} cannot be loaded: ${message.split('\n', 1)[0]}${hint}`);
  }
}

/** Those that are rules. @throws UsageError that tells of all that is none, `where` first. */
function checked(found: readonly unknown[], where: (index: number) => string): readonly Rule[] {
  const problems = found.flatMap((rule, index) =>
    ruleProblems(rule, 'plugin').map((problem) => `${where(index)}: ${problem}`),
  );
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return found as readonly Rule[];
}

/** The rules of one module. */
async function rulesOf(file: string): Promise<readonly Rule[]> {
  const found = exported(await load(file));
  if (found.length === 0)
    throw new UsageError(`--plugin ${file} has no rules; export one, or a list of them, as default`);
  return checked(found, (index) => `--plugin ${file}, rule ${index + 1}`);
}

/**
 * Our rules beyond the table, and those of plugins: JavaScript modules, named by the user, whose code runs here.
 *
 * @param given rules that a program passes
 * @throws UsageError for a module that does not load, what is no rule, or a code or name that another rule has
 */
export async function ruleSet(
  plugins: readonly string[],
  given: readonly Rule[] = [],
): Promise<readonly Rule[]> {
  const all: Rule[] = [...furtherRules];
  add(
    all,
    checked(given, (index) => `rules[${index}]`),
    'rules',
  );
  for (const file of plugins) add(all, await rulesOf(file), `--plugin ${file}`);
  return all;
}

/** @throws UsageError for a code or name that stands there already */
function add(all: Rule[], rules: readonly Rule[], where: string): void {
  for (const rule of rules) {
    const other = all.find(({ meta }) => meta.code === rule.meta.code || meta.name === rule.meta.name);
    if (other)
      throw new UsageError(
        `${where}: ${rule.meta.code} (${rule.meta.name}) and ${other.meta.code} (${other.meta.name}) share a code or a name; change one`,
      );
    all.push(rule);
  }
}

/**
 * Rules with what the configuration says to each.
 *
 * @throws UsageError for options of an unknown rule, or that the rule's schema refuses
 */
export async function configured(
  rules: readonly Rule[],
  options: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<readonly ConfiguredRule[]> {
  const problems: string[] = [];
  for (const [name, given] of Object.entries(options)) {
    const rule = rules.find(({ meta }) => meta.name === name);
    if (rule) problems.push(...(await optionProblems(rule, given)));
    else {
      const hint = didYouMean(
        name,
        rules.map(({ meta }) => meta.name),
      );
      problems.push(
        `\`rule-options\`: there is no rule \`${name}\`${hint || '; name it as in its findings'}`,
      );
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return rules.map((rule) => ({ rule, options: options[rule.meta.name] ?? {} }));
}

async function optionProblems({ meta }: Rule, given: Readonly<Record<string, unknown>>): Promise<string[]> {
  if (meta.options === undefined)
    return [`\`rule-options.${meta.name}\`: this rule has no options; remove the table`];
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const check = new Ajv2020({ allErrors: true, strict: false }).compile(meta.options);
  if (check(given)) return [];
  return (check.errors ?? []).map(({ instancePath, message = '', params }) => {
    const where = [`rule-options.${meta.name}`, ...instancePath.split('/').slice(1)].join('.');
    const extra = 'additionalProperty' in params ? `: \`${params.additionalProperty as string}\`` : '';
    return `\`${where}\` ${message}${extra}`;
  });
}
