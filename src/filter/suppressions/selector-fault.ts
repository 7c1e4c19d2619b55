import { CUSTOM_EVENT, isAboutAccepting } from '../../lint/own-rules.ts';
import { mayBeForeign, rulesNamed, selectorProblem, selectorTest } from '../../lint/select.ts';
import type { NamedRule } from '../../model/named-rule.ts';
import { ALL_TARGETS, join, NO_TARGETS, parseTargets, type TargetMask } from '../../model/targets.ts';

interface Names {
  readonly rules: readonly NamedRule[];
  /** Those of them that did not run, by code. */
  readonly idle: ReadonlySet<string>;
  readonly customEvents: ReadonlySet<string>;
}

/** Why a selector may not stand in a comment; undefined if it may. */
export function selectorFault(selector: string, { rules, customEvents }: Names): string | undefined {
  if (/^(?:PYA)?[*?.]+$/i.test(selector))
    return `\`${selector}\` names every event; name them, or a family such as \`socket.*\` or \`category:process\``;
  const problem = selectorProblem(selector, rules);
  if (problem !== undefined)
    return namesAny(selector, customEvents) || mayBeForeign(selector, rules) ? undefined : problem;
  const named = rulesNamed(selector, rules);
  return named.length > 0 && named.every(({ code }) => isAboutAccepting(code))
    ? `\`${selector}\` is about such comments and cannot be held back by one; use --ignore or the configuration`
    : undefined;
}

function namesAny(selector: string, customEvents: ReadonlySet<string>): boolean {
  const test = selectorTest([selector]);
  return [...customEvents].some((event) => test({ event, code: CUSTOM_EVENT.code }));
}

/** The targets on which any event that a selector names is raised; none where only a rule can tell that did not run. */
export function targetsNamed(selector: string, { rules, idle, customEvents }: Names): TargetMask {
  const named = rulesNamed(selector, rules);
  if (named.length === 0)
    return mayBeForeign(selector, rules) && !namesAny(selector, customEvents) ? NO_TARGETS : ALL_TARGETS;
  if (named.some(({ code }) => idle.has(code))) return NO_TARGETS;
  return named.reduce(
    (mask, rule) =>
      join(mask, 'event' in rule ? parseTargets(`${rule.raised}/${rule.platforms.join(',')}`) : ALL_TARGETS),
    NO_TARGETS,
  );
}
