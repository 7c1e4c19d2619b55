import type { LimitKind } from './finding.ts';
import type { NamedRule } from './named-rule.ts';

/** Where the project lives. */
export const PROJECT = 'https://github.com/pyaudit/pyaudit-lint';

const DOCS = `${PROJECT}/blob/main/docs`;
const PYTHON_DOCS = 'https://docs.python.org/3/';

/** The address of the page that explains a rule; of a plugin's rule the one that it names, if any. */
export function rulePage(rule: NamedRule): string | undefined {
  if ('event' in rule) return `${DOCS}/events/${rule.code}.md`;
  return rule.category === 'plugin' ? rule.url : `${DOCS}/rules/${rule.code}.md`;
}

/** The address of what is said of a kind of limit, or of another notification. */
export const limitPage = (kind: LimitKind | 'fault' | 'results'): string => `${DOCS}/limits.md#${kind}`;

/** The address of a page of CPython's documentation. */
export const pythonPage = (page: string): string => `${PYTHON_DOCS}${page}`;
