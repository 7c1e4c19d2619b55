import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/config/formats.ts';
import type { AcceptedFinding, Report } from '../../src/model/finding.ts';
import { loadReporter } from '../../src/report/formats.ts';
import { ROOT } from '../sources.ts';
import { CONTEXT, report, reported } from './sample.ts';

const shown = reported({ event: 'open', code: 'PYA1401', arguments: [], broughtBy: 'data', level: 'note' });
const accepted: AcceptedFinding[] = [
  { ...reported({ arguments: [] }), acceptance: { by: 'comment', line: 5, reason: 'known \u001b' } },
  { ...reported({ arguments: [], file: 'b.py' }), acceptance: { by: 'baseline' } },
  { ...reported({ arguments: [], file: 'c.py' }), acceptance: { by: 'comment', line: 9 } },
];
const unused = reported({
  kind: 'rule',
  file: 'd.py',
  event: 'unused-suppression',
  code: 'PYA3001',
  message: 'Nothing in its reach raises `open`; remove the comment.',
});
const baseline = { name: 'b.jsonl', accepted: 1, stale: 0, broughtByData: 1, notices: [] };
const given = (part: Partial<Report> = {}): Report =>
  report({ findings: [shown, unused], accepted, baseline, limits: [], ...part });

const render = async (format: Format, part?: Partial<Report>) =>
  (await loadReporter(format))(given(part), { ...CONTEXT, failOn: 'warning' }).text;

describe('accepted findings', () => {
  it('are counted, and listed only for those who ask', async () => {
    const lines = (await render('concise')).trimEnd().split('\n');
    expect(lines.slice(0, -1)).toEqual([
      'app/main.py:5:8: note open() [new with the tool] PYA1401',
      'd.py:5:8: warning unused-suppression: Nothing in its reach raises `open`; remove the comment. PYA3001',
    ]);
    expect(lines.at(-1)).toContain('; 1 new with the tool alone (accept them with --write-baseline)');
    expect((await render('concise', { showsAccepted: true })).split('\n').slice(0, 5)).toEqual([
      'app/main.py:5:8: note open() [new with the tool] PYA1401',
      'app/main.py:5:8: warning os.system() [suppressed: known \\x1b] PYA1001',
      'b.py:5:8: warning os.system() [in the baseline] PYA1001',
      'c.py:5:8: warning os.system() [suppressed] PYA1001',
      'd.py:5:8: warning unused-suppression: Nothing in its reach raises `open`; remove the comment. PYA3001',
    ]);
    expect(await render('text', { showsAccepted: true })).toContain('os.system() [in the baseline]');
    expect(await render('text')).not.toContain('in the baseline]');
  });

  it('are in JSON always, to the schema', async () => {
    const schema = JSON.parse(readFileSync(`${ROOT}/schema/report-v1.schema.json`, 'utf8'));
    const valid = new Ajv2020({ strictTypes: false }).compile(schema);
    const json = JSON.parse(await render('json'));
    expect([valid(json), valid.errors]).toEqual([true, null]);
    expect(json.accepted.map(({ acceptance }: AcceptedFinding) => acceptance)).toEqual([
      { by: 'comment', line: 5, reason: 'known \u001b' },
      { by: 'baseline' },
      { by: 'comment', line: 9 },
    ]);
    expect(json.baseline).toEqual({ name: 'b.jsonl', accepted: 1, stale: 0, broughtByData: 1 });
    expect(json.findings[0].broughtBy).toBe('data');
    const typed = (await render('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(typed.filter((type) => type === 'accepted')).toHaveLength(3);
  });

  it('are in SARIF only on request, since GitHub takes them for open alerts', async () => {
    const results = async (part?: Partial<Report>) =>
      (JSON.parse(await render('sarif', part)) as Log).runs[0]!.results!.map(
        ({ suppressions, baselineState }) => ({ suppressions, baselineState }),
      );
    expect(await results()).toEqual([
      { suppressions: undefined, baselineState: 'new' },
      { suppressions: undefined, baselineState: 'new' },
    ]);
    expect(await results({ showsAccepted: true })).toEqual([
      { suppressions: [], baselineState: 'new' },
      { suppressions: [{ kind: 'inSource', justification: 'known \u001b' }], baselineState: 'new' },
      { suppressions: [{ kind: 'external', justification: 'In the baseline.' }], baselineState: 'unchanged' },
      { suppressions: [{ kind: 'inSource' }], baselineState: 'new' },
      { suppressions: [], baselineState: 'new' },
    ]);
  });
});
