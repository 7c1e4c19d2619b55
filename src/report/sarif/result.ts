import type { Location, Message, Result } from 'sarif';
import { CONFIDENCES, LEVELS, type ReportedFinding } from '../../model/finding.ts';
import { formatTargets } from '../../model/targets.ts';
import { argumentsJson } from '../json.ts';
import { sentenceParts } from '../sentence.ts';
import type { Artifacts } from './artifacts.ts';
import { codeFlows, relatedLocations } from './flow.ts';
import type { SarifLimits } from './limits.ts';
import { findingLocation } from './location.ts';
import { messageArgument, messageText } from './message.ts';

const linked = (related: readonly Location[]): string =>
  related.length === 0
    ? ''
    : ` Reached by ${related.map(({ id, message }) => `[${message?.text}](${id})`).join(', ')}.`;

function eventMessage(finding: ReportedFinding, related: readonly Location[]): Message {
  const parts = sentenceParts(finding);
  const name = messageText(parts.name);
  const event = messageText(parts.event);
  const through = parts.through === undefined ? undefined : messageText(parts.through);
  const tail = through === undefined ? '' : ` through '${through}'`;
  const known = parts.arguments === '' ? '' : ` Arguments: ${messageText(parts.arguments)}.`;
  const given = [parts.name, parts.event, ...(parts.through === undefined ? [] : [parts.through])];
  const more = finding.message === undefined ? '' : ` ${messageText(finding.message)}`;
  return {
    text: `'${name}' can raise the audit event '${event}'${tail}.${known}${more}${linked(related)}`,
    id: through === undefined ? 'default' : 'through',
    arguments: given.map(messageArgument),
  };
}

/**
 * What the rule says, with links behind it. The message string has quotes about the whole, as the multitool wants of
 * what is put in a place; in the text, which is what people see, they would be stray.
 */
function ruleMessage(finding: ReportedFinding, related: readonly Location[]): Message {
  const { name } = sentenceParts(finding);
  const said = (finding.message ?? finding.event).replace(/\.$/, '');
  return {
    text: `'${messageText(name)}': ${messageText(said)}.${linked(related)}`,
    id: 'default',
    arguments: [name, said].map(messageArgument),
  };
}

/** 0 to 100, by level and then confidence. */
function rank({ level, confidence }: ReportedFinding): number {
  const steps = LEVELS.length * CONFIDENCES.length;
  const place = LEVELS.indexOf(level) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
  return Math.round((100 * (steps - place)) / steps);
}

/** One finding as a SARIF result; `ruleIndex` is its rule's place in the driver. */
export function result(
  finding: ReportedFinding,
  ruleIndex: number,
  artifacts: Artifacts,
  limits: SarifLimits,
): Result {
  const related = relatedLocations(finding, artifacts, limits);
  const flows = codeFlows(finding, artifacts, limits);
  return {
    ruleId: finding.code,
    ruleIndex,
    kind: 'fail',
    level: finding.level,
    message: finding.kind === 'event' ? eventMessage(finding, related) : ruleMessage(finding, related),
    locations: [findingLocation(finding, artifacts)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(flows.length === 0 ? {} : { codeFlows: flows }),
    partialFingerprints: {
      ...(finding.excerpt ? { primaryLocationLineHash: finding.excerpt.lineHash } : {}),
      'pyauditEvent/v1': finding.fingerprint,
    },
    rank: rank(finding),
    properties: {
      event: finding.event,
      tier: finding.tier,
      confidence: finding.confidence,
      provenance: finding.provenance,
      phases: finding.phases,
      ...(finding.along ? { along: finding.along } : {}),
      targets: formatTargets(finding.targets),
      arguments: argumentsJson(finding),
    },
  };
}
