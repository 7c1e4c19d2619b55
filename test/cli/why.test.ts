import { expect, it } from 'vitest';
import { ALL_TARGETS, targetMask } from '../../src/model/targets.ts';
import { lines } from './start.ts';

const dependencies = { leftOut: false, sitePackages: [] };

it('explains a line, of all events or of one', async () => {
  const { code, out, err, places } = await lines('why', 'app/main.py:5');
  expect(places).toEqual([
    { file: 'app/main.py', line: 5, paths: [], targets: ALL_TARGETS, versionsGiven: false, dependencies },
  ]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^app\/main.py:5 {2}in app.main.main\n/);
  expect((await lines('why', 'a.py:7:3', 'os.system')).places).toMatchObject([
    { file: 'a.py', line: 7, event: 'os.system' },
  ]);
});

it('takes every flag, and names with colons', async () => {
  const { places } = await lines(
    ...['why', 'C:/a:b.py:12', '--with', 'src,lib', '--python-version=3.12', '--platform=win32'],
    '--no-dependencies',
  );
  expect(places).toEqual([
    {
      file: 'C:/a:b.py',
      line: 12,
      paths: ['src', 'lib'],
      targets: targetMask(['3.12'], ['win32']),
      versionsGiven: true,
      dependencies: { leftOut: true, sitePackages: [] },
    },
  ]);
});

it.each([
  [[], 'name a place, as in `pyaudit-lint why src/app.py:12`'],
  [['a.py'], 'a place is FILE:LINE, as in src/app.py:12; it got `a.py`'],
  [['a.py:x'], 'a place is FILE:LINE, as in src/app.py:12; it got `a.py:x`'],
  [[':3'], 'a place is FILE:LINE, as in src/app.py:12; it got `:3`'],
  [
    ['a.py:1', 'open', 'more'],
    'one place and one event at a time, as in `pyaudit-lint why src/app.py:12 os.system`',
  ],
])('refuses %j', async (words, message) => {
  const { code, err } = await lines('why', ...words);
  expect([code, err]).toEqual([2, `pyaudit-lint: ${message}\n`]);
});
