import { describe, expect, test } from 'vitest';
import {
  EITHER,
  FLIPPED,
  not,
  OS_NAMES,
  PLATFORM_NAMES,
  platformTest,
  SYSTEM_NAMES,
  type Truth,
  type VersionPart,
  versionTest,
} from '../../../src/flow/conditions/target-tests.ts';
import { ALL_TARGETS, formatVersions, join, PLATFORMS, versionBits } from '../../../src/model/targets.ts';

const both = ({ yes, no }: Truth) => [formatVersions(yes), formatVersions(no)];

/** Each row is what CPython says of `sys.version_info` itself, its slice, or one of its numbers. */
describe('tests of the version', () => {
  test.each<[VersionPart, string, number[], string, string]>([
    ['all', '>=', [3, 12], '3.12-3.15', '3.8-3.11'],
    ['all', '>', [3, 12], '3.12-3.15', '3.8-3.11'],
    ['all', '<', [3, 12], '3.8-3.11', '3.12-3.15'],
    ['all', '<=', [3, 12], '3.8-3.11', '3.12-3.15'],
    ['all', '==', [3, 12], '', '3.8-3.15'],
    ['all', '!=', [3, 12], '3.8-3.15', ''],
    ['all', '>=', [3], '3.8-3.15', ''],
    ['all', '<', [3], '', '3.8-3.15'],
    ['all', '>=', [4], '', '3.8-3.15'],
    ['all', '>=', [2, 7], '3.8-3.15', ''],
    ['all', '>=', [3, 12, 1], '3.12-3.15', '3.8-3.12'],
    ['prefix', '==', [3, 12], '3.12', '3.8-3.11, 3.13-3.15'],
    ['prefix', '<=', [3, 12], '3.8-3.12', '3.13-3.15'],
    ['prefix', '>', [3, 12], '3.13-3.15', '3.8-3.12'],
    ['minor', '<', [10], '3.8-3.9', '3.10-3.15'],
    ['minor', '==', [8], '3.8', '3.9-3.15'],
    ['major', '==', [3], '3.8-3.15', ''],
    ['major', '<', [3], '', '3.8-3.15'],
    ['major', '>=', [3], '3.8-3.15', ''],
    ['all', 'in', [3, 12], '3.8-3.15', '3.8-3.15'],
  ])('%s %s %j', (part, operator, wanted, yes, no) => {
    expect(both(versionTest(part, operator, wanted))).toEqual([yes, no]);
  });

  test('no outcome is lost, and a flipped comparison is its mirror', () => {
    for (const operator of ['<', '<=', '>', '>=', '==', '!=']) {
      for (const part of ['all', 'prefix', 'minor'] as const) {
        const { yes, no } = versionTest(part, operator, [3, 11]);
        expect(join(yes, no)).toBe(ALL_TARGETS);
      }
      expect(FLIPPED[FLIPPED[operator]!]).toBe(operator);
    }
  });
});

describe('tests of the platform', () => {
  const platforms = (mask: Truth['yes']) =>
    PLATFORMS.filter((platform) => versionBits(mask, platform) !== 0).join(' ');

  test.each([
    [PLATFORM_NAMES, '==', ['linux'], 'linux', 'darwin win32'],
    [PLATFORM_NAMES, '!=', ['linux'], 'darwin win32', 'linux'],
    [PLATFORM_NAMES, 'in', ['linux', 'darwin'], 'linux darwin', 'win32'],
    [PLATFORM_NAMES, 'not in', ['linux', 'darwin'], 'win32', 'linux darwin'],
    [PLATFORM_NAMES, '==', ['cygwin'], '', 'linux darwin win32'],
    [OS_NAMES, '==', ['nt'], 'win32', 'linux darwin'],
    [OS_NAMES, '==', ['posix'], 'linux darwin', 'win32'],
    [OS_NAMES, '!=', ['java'], 'linux darwin win32', ''],
    [SYSTEM_NAMES, '==', ['Windows'], 'win32', 'linux darwin'],
  ] as const)('%j %s %j', (names, operator, texts, yes, no) => {
    const truth = platformTest(names, operator, texts);
    expect([platforms(truth.yes), platforms(truth.no)]).toEqual([yes, no]);
  });

  test('an operator that says nothing leaves both outcomes', () => {
    expect(platformTest(PLATFORM_NAMES, '<', ['linux'])).toEqual(EITHER);
    expect(not(not(EITHER))).toEqual(EITHER);
  });
});
