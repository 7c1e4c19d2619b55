import type { Analysis, AnalysisLimit, RaisedEvent } from '../flow/analysis.ts';
import type { EventRule } from '../model/catalogue.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import { confidenceOf, tierOf } from './grade.ts';
import { withoutLoading } from './loading.ts';
import { compareText } from './order.ts';
import { CUSTOM_EVENT, LIMIT_RULES } from './own-rules.ts';
import { redacted } from './redact.ts';

/** The rule of an event, also of one that `sys.audit` raises under a name of the catalogue. */
function ruleOf({ event }: RaisedEvent, table: RaiserTable): EventRule | undefined {
  if ('id' in event) return table.rules[event.id];
  const id = event.custom === undefined ? undefined : table.eventIds.get(event.custom);
  return id === undefined ? undefined : table.rules[id];
}

/** Events of the program's own are custom where its own code raises them. */
function provenanceOf({ provenance }: RaisedEvent, rule: EventRule | undefined): Provenance {
  if (!rule) return 'custom';
  return rule.category === 'custom' && provenance === 'direct' ? 'custom' : provenance;
}

function eventFinding(raised: RaisedEvent, table: RaiserTable): Finding | undefined {
  const rule = ruleOf(raised, table);
  const name = rule?.event ?? ('custom' in raised.event ? raised.event.custom : undefined);
  if (name === undefined) return undefined;
  return {
    kind: 'event',
    file: raised.file,
    at: raised.at,
    site: raised.site,
    event: name,
    code: rule?.code ?? CUSTOM_EVENT.code,
    tier: rule ? tierOf(rule, raised) : 'inventory',
    confidence: confidenceOf(raised),
    provenance: provenanceOf(raised, rule),
    phases: raised.phases,
    targets: raised.targets,
    arguments: redacted(raised.arguments, rule),
    witness: raised.witness,
    ...(raised.reachedFrom ? { reachedFrom: raised.reachedFrom } : {}),
    enclosing: raised.enclosing,
  };
}

function limitFinding(limit: AnalysisLimit, analysis: Analysis): Finding | undefined {
  const rule = LIMIT_RULES.get(limit.kind);
  if (!rule || !limit.at) return undefined;
  return {
    kind: 'rule',
    file: limit.file,
    at: limit.at,
    site: limit.at,
    event: rule.name,
    code: rule.code,
    tier: 'inventory',
    confidence: 'high',
    provenance: 'direct',
    phases: [],
    targets: analysis.targets,
    arguments: [],
    witness: [],
    enclosing: limit.enclosing ?? '',
    message: limit.message,
  };
}

/** Findings in the order of every report: file, place, event. */
export const byPlace = (a: Finding, b: Finding): number =>
  compareText(a.file, b.file) || a.at.from - b.at.from || a.at.to - b.at.to || compareText(a.event, b.event);

/** The findings of a finished analysis: each raised event graded, tiered and redacted, and the limits that are rules. */
export function lint(analysis: Analysis): Finding[] {
  const events = withoutLoading(analysis, (raised) => eventFinding(raised, analysis.table));
  const limits = analysis.limits.map((limit) => limitFinding(limit, analysis));
  return [...events, ...limits].filter((finding) => finding !== undefined).sort(byPlace);
}

/** A `sys.audit` whose event name is no constant raises something nobody can name: a limit of the analysis. */
export function unnamedEvents({ events }: Analysis): AnalysisLimit[] {
  return events
    .filter(({ event }) => 'custom' in event && event.custom === undefined)
    .map(({ file, at }) => ({
      kind: 'unresolved-call',
      file,
      at,
      reason: 'event name is not a constant',
      message: 'sys.audit is called with a name made at run time, so this event is in no inventory.',
    }));
}
