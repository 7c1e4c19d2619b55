import { describe, expect, it } from 'vitest';
import { str } from '../../src/model/constant.ts';
import { markdown, markdownWithin } from '../../src/report/markdown.ts';
import { HOSTILE_TEXTS, hostileReport } from './hostile.ts';
import { CONTEXT, report, reported } from './sample.ts';

/** The text of a cell of ours, as a reader of Markdown sees it; undefined if it holds anything else. */
function read(cell: string): string | undefined {
  const linked = /^\[(.*)\]\(https:\/\/github\.com\/o\/r\/blob\/[^)\s|<>]*\)$/.exec(cell)?.[1] ?? cell;
  const span = /^`([^`|]+)`$/.exec(linked)?.[1];
  if (span !== undefined) return span;
  const signs = /^<code>([\p{L}\p{N} .,/&#;-]*)<\/code>$/u.exec(linked)?.[1];
  return signs?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.slice(2, -2).split(' | '));

describe('markdown', () => {
  it('gives findings with links to the analysed revision, the gravest first, then inventory and limits', () => {
    const { text, notices } = markdown(report(), CONTEXT);
    expect(notices).toEqual([]);
    expect(text).toContain('## pyaudit-lint\n\n1 warning, 4 notes in 3 of 3 files');
    expect(text).toContain(
      "| [`app/main.py:5:8`](https://github.com/o/r/blob/0123456789abcdef0123456789abcdef01234567/sub/app/main.py?plain=1#L5) | warning | `os.system(command='ls -l')` | PYA1001 |",
    );
    expect(text).toContain('<details><summary>inventory: 2 events at 13 places</summary>');
    expect(text).toContain('| 2 | unresolved-call | receiver is a parameter | `app/main.py:4:1` |');
  });

  it('links nothing where the repository is not known or elsewhere', () => {
    const { repository, ...outside } = report();
    expect(markdown(outside, CONTEXT).text).not.toContain('](');
    const other = { ...repository!, repository: 'https://example.org/o/r' };
    expect(markdown(report({ repository: other }), CONTEXT).text).not.toContain('](');
  });

  it.each(HOSTILE_TEXTS)('takes no text of analysed code for Markdown: %j', (hostile) => {
    const { findings } = hostileReport();
    const made = report({ findings: findings.filter(({ event }) => event === hostile), limits: [] });
    const [, row] = rows(markdown(made, CONTEXT).text);
    expect(row).toHaveLength(4);
    expect(read(row![0]!)).toMatch(/\.py:\d+:1$/);
    expect(read(row![2]!)).toMatch(/\(command=/);
  });

  it('takes no reason of a limit for Markdown', () => {
    const { text } = markdown(hostileReport(), CONTEXT);
    const reasons = text.split('\n').filter((line) => line.includes('| syntax |'));
    expect(reasons).toHaveLength(HOSTILE_TEXTS.length);
    for (const line of reasons) expect(line.split(' | ')[2]).not.toMatch(/[<>[\]*`@|]/);
  });

  it('stays within the bytes of a job summary, and says what it left out', () => {
    const findings = Array.from({ length: 400 }, (_, index) =>
      reported({
        level: index % 2 === 0 ? 'note' : 'warning',
        arguments: [['command', { kind: 'value', value: str('\u00e9'.repeat(40)) }]],
        region: { line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
      }),
    );
    const events = Array.from({ length: 500 }, (_, index) => ({
      ...report().inventory.events[0]!,
      event: `acme.event${index}`,
    }));
    const inventory = { events, interpreter: [] };
    const { text, notices } = markdownWithin(50_000)(report({ findings, inventory }), CONTEXT);
    expect(Buffer.byteLength(text)).toBeLessThan(50_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(40_000);
    const left = Number(/(\d+) findings left out/.exec(notices[0]!)?.[1]);
    const shown = rows(text).filter(([, level]) => level === 'warning' || level === 'note');
    expect(left + shown.length).toBe(400);
    expect(shown.map(([, level]) => level).indexOf('note')).not.toBe(0);
    expect(text).toContain(`${notices[0]}.`);
    expect(text).toMatch(/\d+ rows left out\./);
  });
});
