import type { EventRule } from '../../model/catalogue.ts';
import { pythonPage } from '../../model/page.ts';

const code = (text: string): string => `\`${text}\``;

/** Python code as a block: a longer fence than any that stands in it. */
function block(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}python\n${text.trimEnd()}\n${fence}`;
}

function argumentLines(rule: EventRule): string[] {
  return rule.arguments.map(({ name, versions, sensitive }) => {
    const notes = [...(versions ? [`CPython ${versions}`] : []), ...(sensitive ? ['may hold a secret'] : [])];
    return `- ${code(name)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
  });
}

/** The operations that raise an event themselves, each once. */
export const raiserNames = (rule: EventRule): string[] => [
  ...new Set(
    rule.raisedBy.map((raiser) => {
      if (raiser.kind === 'syntax') return `the ${raiser.form} statement`;
      if (raiser.kind === 'interpreter') return 'the interpreter';
      if (raiser.kind === 'call') return raiser.api;
      return `${raiser.kind} ${raiser.api}`;
    }),
  ),
];

function sections(rule: EventRule): [title: string, body: string][] {
  const example = rule.raisedBy.find((raiser) => raiser.example !== undefined)?.example;
  const raised = rule.raised === '' ? 'No known version.' : `${rule.raised} on ${rule.platforms.join(', ')}.`;
  return [
    ...(rule.arguments.length > 0 ? [['Arguments', argumentLines(rule).join('\n')] as [string, string]] : []),
    [
      'Raised by',
      raiserNames(rule)
        .map((name) => `- ${code(name)}`)
        .join('\n'),
    ],
    ['CPython', raised],
    ...(example === undefined ? [] : [['Example', block(example)] as [string, string]]),
    ...(rule.docs.page === undefined
      ? []
      : [["In CPython's documentation", pythonPage(rule.docs.page)] as [string, string]]),
    ['Looks alike, and does not raise it', block(rule.docs.nearMiss)],
    [
      'What to do',
      'A finding says what the code can do, not that it is wrong. ' +
        `${code(`pyaudit-lint explain ${rule.event}`)} tells more of the event, ` +
        `${code('pyaudit-lint why FILE:LINE')} how the program gets to a line.`,
    ],
  ];
}

/** What a rule's page says, as Markdown and as plain text. */
export function eventHelp(rule: EventRule): { readonly text: string; readonly markdown: string } {
  const { summary, meaning } = rule.docs;
  const parts = sections(rule);
  const markdown = [
    `# ${code(rule.event)}`,
    summary,
    meaning,
    ...parts.map(([title, body]) => `## ${title}\n\n${body}`),
  ].join('\n\n');
  const text = [summary, meaning, ...parts.map(([title, body]) => `${title}:\n\n${plain(body)}`)].join(
    '\n\n',
  );
  return { text: plain(text), markdown };
}

/** Without the marks of Markdown. */
export const plain = (markdown: string): string =>
  markdown.replace(/^`{3,}(?:python)?\n?/gm, '').replaceAll('`', '');
