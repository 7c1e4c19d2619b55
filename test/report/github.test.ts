import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/finding.ts';
import { github } from '../../src/report/github.ts';
import { HOSTILE_TEXTS, hostileReport } from './hostile.ts';
import { CONTEXT, report, reported } from './sample.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const decoded = (text: string): string =>
  text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Commands as the runner of GitHub Actions reads them (actions/runner, ActionCommand.cs): both forms of a line. */
function commands(text: string): Command[] {
  return text.split('\n').flatMap((line): Command[] => {
    const found = /^\s*::([\w-]+) ?(.*?)::(.*)$/.exec(line);
    if (!found)
      return line.includes('##[') || /^\s*::/.test(line) ? [{ name: '?', properties: {}, data: line }] : [];
    const [, name, list, data] = found;
    const properties = Object.fromEntries(
      list!
        .split(',')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), decoded(pair.slice(pair.indexOf('=') + 1))]),
    );
    return [{ name: name!, properties, data: decoded(data!) }];
  });
}

const annotations = (made: Report): Command[] =>
  commands(github(made, CONTEXT).text).filter(({ name }) => !/group$/.test(name));

describe('github', () => {
  it('annotates the place from the root of the repository, in one sentence', () => {
    expect(annotations(report())[0]).toEqual({
      name: 'warning',
      properties: {
        file: 'sub/app/main.py',
        line: '5',
        endLine: '5',
        col: '8',
        endColumn: '14',
        title: 'os.system (PYA1001)',
      },
      data: "'system' can raise the audit event 'os.system'. Arguments: command='ls -l'.",
    });
    expect(github(report(), CONTEXT).text).toMatch(/\n1 warning, 4 notes in 3 of 3 files, .*\n$/);
  });

  it('gives columns for one line only, and the line of the file itself for a notebook', () => {
    const region = { line: 1, column: 2, endLine: 3, endColumn: 4 };
    const [long] = annotations(report({ findings: [reported({ region })] }));
    expect(long!.properties).toEqual({
      file: 'sub/app/main.py',
      line: '1',
      endLine: '3',
      title: 'os.system (PYA1001)',
    });
  });

  it.each(HOSTILE_TEXTS)('gives no command to analysed code: %j', (text) => {
    const { findings } = hostileReport();
    const made = report({ findings: findings.filter(({ event }) => event === text), faults: [] });
    const found = annotations(made);
    expect(found.map(({ name }) => name)).toEqual(['warning']);
    expect(Object.keys(found[0]!.properties)).toEqual([
      'file',
      'line',
      'endLine',
      'col',
      'endColumn',
      'title',
    ]);
    const plain = annotations(report({ findings: Array(11).fill(made.findings[0]) }));
    expect(plain).toHaveLength(10);
  });

  it('annotates the surest ten of a level, logs the others, and says so', () => {
    const findings = Array.from({ length: 25 }, (_, index) =>
      reported({
        level: index < 12 ? 'warning' : 'note',
        confidence: index % 2 === 0 ? 'low' : 'high',
        region: { line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
      }),
    );
    const { text, notices } = github(report({ findings }), CONTEXT);
    const of = (name: string) =>
      commands(text).flatMap((one) => (one.name === name ? [Number(one.properties.line)] : []));
    expect(of('warning')).toEqual([2, 4, 6, 8, 10, 12, 1, 3, 5, 7]);
    expect(of('notice')).toEqual([14, 16, 18, 20, 22, 24, 13, 15, 17, 19]);
    expect(text).toContain('::group::5 further findings\napp/main.py:9:1: warning os.system(');
    expect(notices).toEqual([
      'GitHub shows 10 annotations of a level: the surest of 12 warnings are annotations, the others stand in the log.',
      'GitHub shows 10 annotations of a level: the surest of 13 notes are annotations, the others stand in the log.',
    ]);
  });
});
