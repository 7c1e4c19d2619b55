import type { EventRule, Tier } from './catalogue.ts';

/** Categories of rules that are no rows of the audit table. */
export const OWN_CATEGORIES = ['hooks', 'custom', 'limit', 'acceptance', 'plugin'] as const;
export type OwnCategory = (typeof OWN_CATEGORIES)[number];

/**
 * A rule that is no row of the audit table: those for authors of hooks, and of plugins; custom events; limits that
 * are findings; what is wrong with the comments and the baseline by which findings are accepted.
 */
export interface OwnRule {
  readonly code: string;
  /** What a selector and a finding's `event` say; for custom events each finding has the event's own name. */
  readonly name: string;
  readonly category: OwnCategory;
  /** Of all its findings, where they are graded by tier. */
  readonly tier?: Tier;
  readonly summary: string;
  readonly meaning: string;
  /** A page about it, where it is not in our documentation. */
  readonly url?: string;
  /** Texts of its findings by id, where it has a choice of them. */
  readonly messages?: Readonly<Record<string, string>>;
  /** JSON schema of its options, where it takes any. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Any rule a selector can name. */
export type NamedRule = EventRule | OwnRule;

export const ruleName = (rule: NamedRule): string => ('event' in rule ? rule.event : rule.name);
