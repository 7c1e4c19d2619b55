import type { EventRule, Raiser } from '../model/catalogue.ts';
import { pythonPage, rulePage } from '../model/page.ts';
import { formatTargets, parseTargets } from '../model/targets.ts';
import { columns } from '../report/columns.ts';
import { conditionsText, testText } from '../report/condition-text.ts';
import { filled } from '../report/filled.ts';
import type { Style } from '../report/style.ts';

/** What a raiser is, as one would say it. */
function raiserName(raiser: Raiser): string {
  switch (raiser.kind) {
    case 'call':
      return raiser.of === 'class' ? `${raiser.api}(...)` : `${raiser.api}()`;
    case 'get':
      return `read ${raiser.api}`;
    case 'set':
      return `set ${raiser.api}`;
    case 'delete':
      return `del ${raiser.api}`;
    case 'syntax':
      return `${raiser.form} statement`;
    case 'interpreter':
      return `interpreter: ${raiser.api}`;
  }
}

const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : `  ${line}`));

function raiserLines(rule: EventRule): string[] {
  return columns(
    [{}, {}, {}],
    rule.raisedBy.map((raiser) => {
      const where = formatTargets(
        parseTargets(raiser.targets ?? `${rule.raised}/${rule.platforms.join(',')}`),
      );
      const notes = [
        ...(raiser.when ? [conditionsText(raiser.when)] : []),
        ...('aliases' in raiser && raiser.aliases ? [`also ${raiser.aliases.join(', ')}`] : []),
        ...(raiser.note ? [raiser.note] : []),
      ];
      return [raiserName(raiser), platformsFirst(where), notes.join('; ')];
    }),
  );
}

/** `3.8-3.15 linux, darwin` in place of one word per platform. */
function platformsFirst(targets: readonly string[]): string {
  const byRange = new Map<string, string[]>();
  for (const target of targets) {
    const [range, platform] = target.split('/') as [string, string];
    byRange.set(range, [...(byRange.get(range) ?? []), platform]);
  }
  return [...byRange].map(([range, platforms]) => `${range} ${platforms.join(', ')}`).join('; ') || 'never';
}

function argumentLines(rule: EventRule): string[] {
  if (rule.arguments.length === 0) return ['none'];
  return rule.arguments.map(({ name, versions, sensitive }) => {
    const notes = [
      ...(versions ? [`CPython ${versions}`] : []),
      ...(sensitive === true ? ['withheld, may hold a secret'] : []),
      ...(sensitive === 'user-info' ? ['user info in it is withheld'] : []),
    ];
    return notes.length > 0 ? `${name} (${notes.join('; ')})` : name;
  });
}

function tierLines(rule: EventRule): string[] {
  return rule.tiers.map(({ tier, when, provenance }) => {
    const tests = (when ?? []).map(({ argument, is }) => `${argument} ${testText(is)}`);
    const parts = [...tests, ...(provenance ? [`provenance ${provenance}`] : [])];
    return parts.length > 0 ? `${tier} if ${parts.join(' and ')}` : tier;
  });
}

/** All that is known of one event, for people. */
export function eventPage(rule: EventRule, style: Style, width: number): string {
  const { docs } = rule;
  const examples = rule.raisedBy
    .flatMap(({ example }) => (example ? [example.trimEnd().split('\n')] : []))
    .slice(0, 3);
  const section = (title: string, lines: readonly string[]): string[] => [
    '',
    style.bold(title),
    ...indented(lines),
  ];
  const lines = [
    `${style.bold(rule.event)}  ${style.dim(`${rule.code}, ${rule.category}`)}`,
    '',
    ...filled(docs.summary, width),
    '',
    ...filled(docs.meaning, width),
    ...section('arguments', argumentLines(rule)),
    ...section('tier', tierLines(rule)),
    ...section(
      'raised by',
      rule.raisedBy.length > 0 ? raiserLines(rule) : ['nothing; it is only documented'],
    ),
    ...examples.flatMap((example) => section('example', example)),
    ...section('alike, but does not raise it', docs.nearMiss.trimEnd().split('\n')),
    ...(docs.cwe?.length
      ? section(
          'weaknesses',
          docs.cwe.map((cwe) => `CWE-${cwe}`),
        )
      : []),
    ...section('documentation', [rulePage(rule)!, ...(docs.page ? [pythonPage(docs.page)] : [])]),
  ];
  return `${lines.join('\n')}\n`;
}
