import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../src/filter/statistics.ts';
import { json } from '../../src/report/json.ts';
import { text } from '../../src/report/text.ts';
import { CONTEXT, report, reported } from '../report/sample.ts';

const findings = [
  reported({ file: 'a/x.py', level: 'warning' }),
  reported({ file: 'a/y.py', level: 'error' }),
  reported({ file: 'a/y.py', level: 'note', event: 'open', code: 'PYA1401' }),
  reported({ file: 'b.py', level: 'warning', event: 'acme.x', code: 'PYA8001' }),
];
const packageOf = (file: string) => file.split('/')[0]!.replace('.py', '');
const statistics = statisticsOf(findings, ['event', 'category', 'package', 'file'], packageOf);

describe('--statistics', () => {
  it('counts what is shown, by level', () => {
    const rows = statistics.map(({ by, rows: all }) => [
      by,
      all.map(({ name, error, warning, note }) => `${name} ${error} ${warning} ${note}`),
    ]);
    expect(rows).toEqual([
      ['event', ['os.system 1 1 0', 'acme.x 0 1 0', 'open 0 0 1']],
      ['category', ['process 1 1 0', 'custom 0 1 0', 'filesystem 0 0 1']],
      ['package', ['a 1 1 1', 'b 0 1 0']],
      ['file', ['a/y.py 1 0 1', 'a/x.py 0 1 0', 'b.py 0 1 0']],
    ]);
  });

  it('takes the place of the list in text, and is in JSON', () => {
    const counted = report({ findings, statistics });
    const out = text(counted, CONTEXT).text;
    expect(out).toContain(
      'category    findings  error  warning  note\nprocess            2      1        1     0\n',
    );
    expect(out).not.toMatch(/^a\/x\.py$/m);
    expect(JSON.parse(json(counted, CONTEXT).text).statistics[2].rows[0]).toEqual({
      name: 'a',
      error: 1,
      warning: 1,
      note: 1,
    });
  });
});
