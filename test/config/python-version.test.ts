import { describe, expect, it } from 'vitest';
import { chosenVersions } from '../../src/config/python-version.ts';
import { UsageError } from '../../src/config/usage-error.ts';

describe('--python-version', () => {
  it.each([
    ['3.13', ['3.13'], []],
    ['3.13.2', ['3.13'], []],
    ['3.9-3.11', ['3.9', '3.10', '3.11'], []],
    ['3.14, 3.8,3.9-3.10', ['3.8', '3.9', '3.10', '3.14'], []],
    ['3.16', ['3.15'], ['3.16']],
    ['3.14-3.17', ['3.14', '3.15'], ['3.17']],
  ])('%s', (text, versions, newer) => {
    expect(chosenVersions(text)).toEqual({ versions, newer });
  });

  it.each(['', '2.7', '3', '3.7', '3.7-3.9', '3.12-3.9', '3.8-3.9-3.10', 'latest', '3.13;3.14'])(
    'refuses `%s`',
    (text) => {
      expect(() => chosenVersions(text)).toThrow(UsageError);
    },
  );
});
