import { didYouMean, nearest } from '../config/nearest.ts';
import type { Selector } from '../config/settings.ts';
import { UsageError } from '../config/usage-error.ts';
import { CATEGORIES } from '../model/catalogue.ts';
import { type NamedRule, OWN_CATEGORIES, ruleName } from '../model/named-rule.ts';
import { OWN_RULES } from './own-rules.ts';

/** What a selector looks at; a finding fits. */
export interface Selectable {
  readonly code: string;
  readonly event: string;
}

/** `*` stands for any run of characters, `?` for one, as in `socket.*` or `PYA10*`; all else for itself. */
export function globPattern(glob: string, flags = ''): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}

const isGlob = (text: string): boolean => /[*?]/.test(text);

const CATEGORY_PREFIX = 'category:';
const CATEGORY_NAMES: readonly string[] = [...Object.keys(CATEGORIES), ...OWN_CATEGORIES];

/** Of the codes of rules for authors of hooks. */
const HOOKS = 'PYA301';

/** The category a code belongs to, by its letters or its block of numbers. */
export function categoryOf(code: string): string | undefined {
  const own = OWN_RULES.find((rule) => rule.code === code);
  if (own) return own.category;
  if (!code.startsWith('PYA')) return 'plugin';
  if (code.startsWith(HOOKS)) return 'hooks';
  const block = Number(code.slice(3, 5));
  return Object.entries(CATEGORIES).find(([, number]) => number === block)?.[0];
}

/** Our own codes in any case, those of plugins in capitals: `ACME0001`. */
const isCode = (selector: Selector): boolean => /^(?:PYA|pya|[A-Z]{2,10})[\d*?]/.test(selector);

type Test = (found: Selectable) => boolean;

function compile(selector: Selector): Test {
  if (selector.startsWith(CATEGORY_PREFIX)) {
    const category = selector.slice(CATEGORY_PREFIX.length);
    return ({ code }) => categoryOf(code) === category;
  }
  if (isCode(selector)) {
    const pattern = globPattern(selector, 'i');
    return ({ code }) => pattern.test(code);
  }
  const own = OWN_RULES.find((rule) => rule.name === selector);
  if (own) return ({ code }) => code === own.code;
  const pattern = globPattern(selector);
  return ({ event }) => pattern.test(event);
}

function unknown(selector: Selector, rules: readonly NamedRule[]): string {
  const plugin = mayBeForeign(selector, rules) ? '; a rule of a plugin is there with --plugin FILE' : '';
  if (selector.startsWith(CATEGORY_PREFIX)) {
    const word = selector.slice(CATEGORY_PREFIX.length);
    if (CATEGORY_NAMES.includes(word)) return `no rule here is of the category \`${word}\`${plugin}`;
    const near = nearest(word, CATEGORY_NAMES);
    const rest = near
      ? ` (did you mean \`${CATEGORY_PREFIX}${near}\`?)`
      : `; there are ${CATEGORY_NAMES.join(', ')}`;
    return `there is no category \`${word}\`${rest}`;
  }
  const names = rules.flatMap((rule) => [rule.code, ruleName(rule)]);
  const wildcard = names.some((name) => name.toLowerCase().startsWith(selector.toLowerCase()))
    ? ` (did you mean \`${selector}${selector.endsWith('.') || /^PYA/i.test(selector) ? '*' : '.*'}\`?)`
    : '';
  const families = names.filter((name) => name.includes('.')).map((name) => `${name.split('.')[0]}.*`);
  const hint = didYouMean(selector, isGlob(selector) ? [...names, ...families] : names) || wildcard;
  const what = isGlob(selector) ? 'no event or code matches' : 'there is no event or code';
  return `${what} \`${selector}\`${hint}${plugin}; \`pyaudit-lint events\` lists them`;
}

/** All rules a person can name: the catalogue's and our own. */
export const namedRules = (rules: readonly NamedRule[]): readonly NamedRule[] => [...rules, ...OWN_RULES];

/** Those of the rules a selector names, in their order; empty if it names none. */
export function rulesNamed(selector: Selector, rules: readonly NamedRule[]): NamedRule[] {
  const test = compile(selector);
  return namedRules(rules).filter((rule) => test({ code: rule.code, event: ruleName(rule) }));
}

/** A block of codes may be empty in this version and filled in the next; the same flags must fit both. */
const CODE_BLOCK = /^PYA\d{1,3}\*$/i;

/** The code of the one rule that a selector names by its code or event; undefined for globs and categories. */
export function exactCode(selector: Selector, rules: readonly NamedRule[]): string | undefined {
  if (isGlob(selector) || selector.startsWith(CATEGORY_PREFIX)) return undefined;
  return rulesNamed(selector, rules)[0]?.code;
}

/** Why a selector names no rule, with the nearest one that does; undefined if it names one. */
export function selectorProblem(selector: Selector, rules: readonly NamedRule[]): string | undefined {
  if (CODE_BLOCK.test(selector) || rulesNamed(selector, rules).length > 0) return undefined;
  return unknown(selector, namedRules(rules));
}

/** @throws UsageError for a selector that names no rule. */
export function checkSelectors(selectors: readonly Selector[], rules: readonly NamedRule[]): void {
  for (const selector of selectors) {
    const problem = selectorProblem(selector, rules);
    if (problem) throw new UsageError(problem);
  }
}

const PLUGINS = `${CATEGORY_PREFIX}plugin`;
const FOREIGN_CODE = /^(?!PYA)[A-Z]{2,10}[\d*?]/;
const FOREIGN_NAME = /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/;

/**
 * Whether a selector may name a rule of a plugin that this run is without: it is the category of plugins, has the form
 * of a code of theirs, or of a name with a hyphen, which no event has, and is like the name of no rule here. A name
 * without a hyphen is taken for a mistake: errs toward telling of it.
 */
export function mayBeForeign(selector: Selector, rules: readonly NamedRule[]): boolean {
  if (rulesNamed(selector, rules).length > 0) return false;
  if (selector === PLUGINS || FOREIGN_CODE.test(selector)) return true;
  return FOREIGN_NAME.test(selector) && nearest(selector, namedRules(rules).map(ruleName)) === undefined;
}

/** Whether any of the selectors matches; no selector matches nothing. */
export function selectorTest(selectors: readonly Selector[]): Test {
  const tests = selectors.map(compile);
  return (found) => tests.some((test) => test(found));
}

/** How narrow a selector is: a category names more than a glob, a glob more than a name, the fewer letters the more. */
export function narrowness(selector: Selector): number {
  if (selector.startsWith(CATEGORY_PREFIX)) return 0;
  return isGlob(selector) ? selector.replace(/[*?]/g, '').length + 1 : Number.POSITIVE_INFINITY;
}
