import type { EventRule, Raiser } from '../../../src/model/catalogue.ts';
import { pythonPage } from '../../../src/model/page.ts';
import { formatTargets, parseTargets } from '../../../src/model/targets.ts';
import { conditionsText, testText } from '../../../src/report/condition-text.ts';
import { code, fence, list, section, table } from './markdown.ts';

/** A callable of the library that can raise the event below itself. */
export interface LibraryWay {
  readonly name: string;
  readonly confidence: string;
  readonly through: readonly string[];
}

const SHOWN_WAYS = 15;

function operation(raiser: Raiser): string {
  switch (raiser.kind) {
    case 'call':
      return code(raiser.of === 'class' ? `${raiser.api}(...)` : `${raiser.api}()`);
    case 'get':
      return `reading ${code(raiser.api)}`;
    case 'set':
      return `assigning ${code(raiser.api)}`;
    case 'delete':
      return code(`del ${raiser.api}`);
    case 'syntax':
      return `the ${code(raiser.form)} statement`;
    case 'interpreter':
      return `the interpreter: ${raiser.api}`;
  }
}

function raisers(rule: EventRule): string {
  if (rule.raisedBy.length === 0) return 'Nothing: the documentation names it, and no version raises it.';
  return table(
    ['operation', 'versions and platforms', 'when'],
    rule.raisedBy.map((raiser) => {
      const targets = parseTargets(raiser.targets ?? `${rule.raised}/${rule.platforms.join(',')}`);
      const notes = [
        ...(raiser.when ? [conditionsText(raiser.when)] : []),
        ...('aliases' in raiser && raiser.aliases ? [`also ${raiser.aliases.map(code).join(', ')}`] : []),
        ...(raiser.note ? [raiser.note] : []),
      ];
      return [operation(raiser), formatTargets(targets).join(', '), notes.join('; ')];
    }),
  );
}

function argumentsOf(rule: EventRule): string {
  if (rule.arguments.length === 0) return 'None.';
  return list(
    rule.arguments.map(({ name, versions, sensitive }) => {
      const notes = [
        ...(versions ? [`CPython ${versions}`] : []),
        ...(sensitive === true ? ['may hold a secret, so that reports withhold it'] : []),
        ...(sensitive === 'user-info' ? ['reports withhold user and password in it'] : []),
      ];
      return notes.length > 0 ? `${code(name)}: ${notes.join('; ')}` : code(name);
    }),
  );
}

function tiers(rule: EventRule): string {
  const cases = rule.tiers.map(({ tier, when, provenance }) => {
    const tests = (when ?? []).map(({ argument, is }) => `${code(argument)} ${testText(is)}`);
    const parts = [...tests, ...(provenance ? [`the provenance is ${provenance}`] : [])];
    return parts.length > 0 ? `${tier} if ${parts.join(' and ')}` : tier;
  });
  return cases.length === 1 ? `Tier: ${cases[0]}.` : `Tier: ${cases.join('; else ')}.`;
}

function libraryWays(ways: readonly LibraryWay[]): string {
  if (ways.length === 0) return 'No other function of the standard library is known to.';
  const rows = ways
    .slice(0, SHOWN_WAYS)
    .map(({ name, confidence, through }) => [code(name), confidence, through.map(code).join(' → ')]);
  const more = ways.length > SHOWN_WAYS ? `\n\nAnd ${ways.length - SHOWN_WAYS} more.` : '';
  return table(['function', 'confidence', 'by way of'], rows) + more;
}

function accepting(rule: EventRule): string {
  return [
    'On one line, with the reason:',
    fence('python', `...  # pyaudit: ignore[${rule.event}] -- reviewed: constant arguments`),
    'Everywhere, or for some files, in `pyproject.toml`:',
    fence('toml', `[tool.pyaudit-lint]\nignore = ["${rule.event}"]`),
  ].join('\n\n');
}

/** The page of an event, as Markdown. */
export function eventPage(rule: EventRule, ways: readonly LibraryWay[]): string {
  const { docs } = rule;
  const examples = rule.raisedBy.flatMap(({ example }) => (example ? [fence('python', example.trim())] : []));
  const links = [
    ...(docs.page ? [`[CPython's documentation](${pythonPage(docs.page)})`] : []),
    ...(docs.cwe ?? []).map((cwe) => `[CWE-${cwe}](https://cwe.mitre.org/data/definitions/${cwe}.html)`),
  ];
  const parts = [
    '<!-- Made by bin/dev/generate docs from rules/; do not edit. -->',
    `# ${rule.event}`,
    `${code(rule.code)}, ${rule.category}. ${docs.summary}`,
    docs.meaning,
    tiers(rule),
    section('Arguments', argumentsOf(rule)),
    section('Raised by', raisers(rule)),
    section(
      'In the standard library',
      `${libraryWays(ways)}\n\nOn CPython 3.14, Linux, at medium confidence or better; \`pyaudit-lint events --for NAME\` answers for one function and other versions.`,
    ),
    ...(examples.length > 0 ? [section('Examples', examples.join('\n\n'))] : []),
    section('Alike, but does not raise it', fence('python', docs.nearMiss.trim())),
    section('Accept it', accepting(rule)),
    ...(links.length > 0 ? [section('See also', list(links))] : []),
    '[All events](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}
