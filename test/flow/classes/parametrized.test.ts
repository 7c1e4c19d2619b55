import { expect, test } from 'vitest';
import { findingsOf } from '../programs.ts';

const eventsOf = (text: string): string[] =>
  findingsOf({ 'test_runs.py': text })
    .filter(({ event }) => event !== 'import')
    .map(({ line, event }) => `${line} ${event}`);

test('what pytest.mark.parametrize lists reaches the parameters it names', () => {
  const text = [
    'import os',
    'import pytest',
    '',
    '@pytest.mark.parametrize("run", [os.system])',
    'def test_one(run):',
    '    run("true")',
    '',
    '@pytest.mark.parametrize("path, run", [(".", os.listdir)])',
    'def test_two(run, path):',
    '    run(path)',
    '',
    '@pytest.mark.parametrize(["path", "run"], [(".", os.scandir)])',
    'def test_three(path, run):',
    '    run(path)',
    '',
  ].join('\n');
  expect(eventsOf(text)).toEqual(['6 os.system', '10 os.listdir', '14 os.scandir']);
});

test('rows with too few values give what they have', () => {
  const text = [
    'import os',
    'import pytest',
    '',
    '@pytest.mark.parametrize("run, path", [(os.system,), os.listdir])',
    'def test_one(run, path):',
    '    run(path)',
    '    path(".")',
    '',
  ].join('\n');
  expect(eventsOf(text)).toEqual(['6 os.system']);
});
