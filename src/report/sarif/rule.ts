import type { ReportingDescriptor } from 'sarif';
import { categoryOf } from '../../lint/select.ts';
import type { EventRule } from '../../model/catalogue.ts';
import type { NamedRule, OwnRule } from '../../model/named-rule.ts';
import { rulePage } from '../../model/page.ts';
import { shortened } from '../sentence.ts';
import type { SarifLimits } from './limits.ts';
import { eventHelp, plain } from './rule-help.ts';

/**
 * GitHub fails a pull request's check at 7.0 and above by default. A finding says what code can do, not that it is
 * wrong, so the gravest stay below.
 */
const DANGEROUS_SEVERITY = '6.5';

/** The address of a rule's page; a plugin need not have one. */
function helpPage(rule: NamedRule): Pick<ReportingDescriptor, 'helpUri'> {
  const helpUri = rulePage(rule);
  return helpUri === undefined ? {} : { helpUri };
}

/** `SMTP` -> `Smtp`, `CreateEventW` -> `CreateEventw`: no two capitals side by side, none at the end. */
const evenCase = (word: string): string =>
  word
    .replace(
      /([A-Z])([A-Z]+)(?=[A-Z][a-z]|$|\d)/g,
      (_, first: string, rest: string) => first + rest.toLowerCase(),
    )
    .replace(/(?<=[a-z])[A-Z]$/, (last) => last.toLowerCase());

/** `os.system` -> `OsSystem`, `sqlite3.connect/handle` -> `Sqlite3ConnectHandle`, as SARIF wants names of rules. */
export const pascalCase = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map(evenCase)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function eventProperties(
  rule: EventRule,
  dangerous: boolean,
  limits: SarifLimits,
): ReportingDescriptor['properties'] {
  const weaknesses = (rule.docs.cwe ?? []).map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`);
  return {
    tags: ['audit-event', rule.category, ...(dangerous ? ['security', ...weaknesses] : [])].slice(
      0,
      limits.tags,
    ),
    event: rule.event,
    precision: 'medium',
    ...(dangerous ? { 'security-severity': DANGEROUS_SEVERITY } : { 'problem.severity': 'recommendation' }),
  };
}

function eventDescriptor(rule: EventRule, limits: SarifLimits): ReportingDescriptor {
  const dangerous = rule.tiers.some(({ tier }) => tier === 'dangerous');
  return {
    id: rule.code,
    name: shortened(pascalCase(rule.event), limits.name),
    shortDescription: { text: shortened(`Can raise the audit event ${rule.event}.`, limits.description) },
    fullDescription: {
      text: shortened(plain(`${rule.docs.summary} ${rule.docs.meaning}`), limits.description),
    },
    help: eventHelp(rule),
    ...helpPage(rule),
    messageStrings: {
      default: { text: "'{0}' can raise the audit event '{1}'." },
      through: { text: "'{0}' can raise the audit event '{1}' through '{2}'." },
    },
    defaultConfiguration: { level: dangerous ? 'warning' : 'note' },
    properties: eventProperties(rule, dangerous, limits),
  };
}

function tagsOf({ category, code }: OwnRule): string[] {
  if (category === 'acceptance') return [category];
  if (category === 'hooks' || category === 'plugin') return [category];
  return [category === 'custom' ? 'audit-event' : 'analysis-limit', categoryOf(code) ?? category];
}

function ownDescriptor(rule: OwnRule): ReportingDescriptor {
  const event = rule.category === 'custom';
  const isWarning = rule.category === 'acceptance' || rule.tier === 'dangerous';
  return {
    id: rule.code,
    name: pascalCase(rule.name),
    shortDescription: { text: plain(rule.summary) },
    fullDescription: { text: plain(`${rule.summary} ${rule.meaning}`) },
    help: {
      text: plain(`${rule.summary}\n\n${rule.meaning}`),
      markdown: `# ${rule.name}\n\n${rule.summary}\n\n${rule.meaning}`,
    },
    ...helpPage(rule),
    messageStrings: event
      ? {
          default: { text: "'{0}' can raise the audit event '{1}'." },
          through: { text: "'{0}' can raise the audit event '{1}' through '{2}'." },
        }
      : { default: { text: "'{0}': '{1}'." } },
    defaultConfiguration: { level: isWarning ? 'warning' : 'note' },
    properties: {
      tags: tagsOf(rule),
      event: rule.name,
      precision: 'high',
      'problem.severity': isWarning ? 'warning' : 'recommendation',
    },
  };
}

/** A rule's texts as GitHub shows them. */
export const ruleDescriptor = (rule: NamedRule, limits: SarifLimits): ReportingDescriptor =>
  'event' in rule ? eventDescriptor(rule, limits) : ownDescriptor(rule);
