import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/config/formats.ts';
import type { Statistic } from '../../src/model/statistics.ts';
import { loadReporter } from '../../src/report/formats.ts';
import { CONTEXT, report } from './sample.ts';

const statistics: Statistic[] = [
  {
    by: 'event',
    rows: [
      { name: 'os.system', error: 1, warning: 1200, note: 0 },
      { name: 'a|b\u001b', error: 0, warning: 0, note: 1 },
    ],
  },
  { by: 'file', rows: [{ name: 'app/main.py', error: 1, warning: 1200, note: 1 }] },
];

const render = async (format: Format): Promise<string> =>
  (await loadReporter(format))(report({ statistics }), CONTEXT).text;

const TABLES = [
  'event      findings  error  warning  note',
  'os.system     1,201      1    1,200     0',
  'a|b\\x1b           1      0        0     1',
  '',
  'file         findings  error  warning  note',
  'app/main.py     1,202      1    1,200     1',
];

describe('counts stand in place of the findings', () => {
  it.each(['text', 'full'] as const)('in %s', async (format) => {
    expect((await render(format)).split('\n').slice(0, TABLES.length)).toEqual(TABLES);
  });

  it('in concise', async () => {
    expect((await render('concise')).split('\n').slice(0, -2)).toEqual([
      'event os.system: 1 error, 1,200 warnings',
      'event a|b\\x1b: 1 note',
      'file app/main.py: 1 error, 1,200 warnings, 1 note',
    ]);
  });

  it('in Markdown', async () => {
    const text = await render('markdown');
    expect(text).toContain('| event | findings | error | warning | note |\n');
    expect(text).toContain('| file | findings | error | warning | note |\n');
    expect(text).toContain('| 1202 | 1 | 1200 | 1 |\n');
    expect(text).not.toContain('| place |');
  });
});

it('programs get the findings and the counts', async () => {
  const value = JSON.parse(await render('json'));
  expect(value.statistics).toEqual(statistics);
  expect(value.findings).toHaveLength(report().findings.length);
});
