import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { furtherRules } from '../rules/further.ts';
import { rules as events } from '../rules/index.ts';
import { didYouMean } from '../src/config/nearest.ts';
import { UsageError } from '../src/config/usage-error.ts';
import type { Rule } from '../src/lint/rule/contract.ts';
import { faultPlace, type PluginModule } from '../src/lint/rule/fault-place.ts';
import { asNamed } from '../src/lint/rule/named.ts';
import { ruleProblems } from '../src/lint/rule/problems.ts';
import type { ConfiguredRule } from '../src/lint/rule/run.ts';
import { mayBeForeign } from '../src/lint/select.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What a module exports by default: a rule, a list of them, or an object with a list under `rules`. */
function exported(module: unknown): readonly unknown[] {
  const found = isObject(module) ? module.default : undefined;
  if (Array.isArray(found)) return found;
  if (isObject(found) && Array.isArray(found.rules)) return found.rules;
  return found === undefined ? [] : [found];
}

const moduleOf = (file: string): PluginModule => ({ file, path: resolve(file) });

/** The TypeScript file beside a compiled one that is imported and missing. */
function uncompiled(error: Error): string | undefined {
  const missing = /^Cannot find module '(.*\.[cm]?)js'/.exec(error.message)?.[1];
  return missing !== undefined && existsSync(`${missing}ts`) ? basename(`${missing}ts`) : undefined;
}

/** What keeps a module from being read, in words for whoever named it. */
function loadProblem({ file, path }: PluginModule, error: Error): string {
  if (!existsSync(path)) return `there is no file ${path}`;
  const [said = ''] = error.message.split('\n', 1);
  const source = uncompiled(error);
  if (source !== undefined)
    return `${said}; there is ${source}, and Node takes names as they are written: import it by that name, or compile the plugin and name what comes out`;
  if (/Unknown file extension "\.[cm]?ts"/.test(said))
    return `${said}; TypeScript needs Node 22.18 or later: update it, or compile the plugin and name what comes out`;
  if (/Unexpected token 'export'|import statement outside a module/.test(said))
    return `${said}; it is read as CommonJS: name it .mjs, or say "type": "module" in the package.json around it`;
  if (error instanceof SyntaxError) return `${said}; \`node --check ${file}\` shows where`;
  return `${said} (${faultPlace({ file, path }, error)})`;
}

async function load(plugin: PluginModule): Promise<unknown> {
  try {
    return await import(pathToFileURL(plugin.path).href);
  } catch (error) {
    const what = error instanceof Error ? loadProblem(plugin, error) : String(error);
    throw new UsageError(`--plugin ${plugin.file} cannot be loaded: ${what}`);
  }
}

/** Those that are rules. @throws UsageError that tells of all that is none, `where` first. */
function checked(found: readonly unknown[], where: (index: number) => string): readonly Rule[] {
  const problems = found.flatMap((rule, index) =>
    ruleProblems(rule, 'plugin', events).map((problem) => `${where(index)}: ${problem}`),
  );
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return found as readonly Rule[];
}

/** Where each rule of a plugin was loaded from. */
const modules = new WeakMap<Rule, PluginModule>();

/** The rules of one module. */
async function rulesOf(file: string): Promise<readonly Rule[]> {
  const plugin = moduleOf(file);
  const found = exported(await load(plugin));
  if (found.length === 0)
    throw new UsageError(`--plugin ${file} has no rules; export one, or a list of them, as default`);
  const rules = checked(found, (index) => `--plugin ${file}, rule ${index + 1}`);
  for (const rule of rules) modules.set(rule, plugin);
  return rules;
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
 * @throws UsageError for options of an unknown rule, but for one that a plugin may have which is not here, and for
 * options that the rule's schema refuses
 */
export async function configured(
  rules: readonly Rule[],
  options: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<readonly ConfiguredRule[]> {
  const problems: string[] = [];
  const named = rules.map((rule) => asNamed(rule, 'plugin'));
  for (const [name, given] of Object.entries(options)) {
    const rule = rules.find(({ meta }) => meta.name === name);
    if (rule) problems.push(...(await optionsRefused(rule, given)));
    else if (!mayBeForeign(name, named)) {
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
  return rules.map((rule) => {
    const plugin = modules.get(rule);
    return { rule, options: options[rule.meta.name] ?? {}, ...(plugin ? { plugin } : {}) };
  });
}

/** The package that reads schemas loads where there is something to read. */
async function optionsRefused({ meta }: Rule, given: Readonly<Record<string, unknown>>) {
  const { optionProblems } = await import('../src/lint/rule/option-problems.ts');
  return optionProblems(meta, given);
}
