import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../../bin/api.ts';
import { ROOT } from '../sources.ts';

it('named tuples, dataclasses, enumerations and log calls are no warnings', async () => {
  const directory = join(ROOT, 'test/fixtures/declarations');
  const report = await lint({ directory, paths: ['declarations.py'], settings: { preset: 'recommended' } });
  expect(report.findings.filter(({ level }) => level !== 'note').map(({ event }) => event)).toEqual([]);
  const all = await lint({ directory, paths: ['declarations.py'], settings: { preset: 'all' } });
  expect(all.findings.length).toBeGreaterThan(10);
});
