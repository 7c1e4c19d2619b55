import {
  ALL_TARGETS,
  NO_TARGETS,
  type Platform,
  type TargetMask,
  targetMask,
  VERSIONS,
  type Version,
} from '../../model/targets.ts';

/** Targets on which a condition may be true, and on which it may be false; both for one that is no target test. */
export interface Truth {
  readonly yes: TargetMask;
  readonly no: TargetMask;
}

export const EITHER: Truth = { yes: ALL_TARGETS, no: ALL_TARGETS };
export const NEVER: Truth = { yes: NO_TARGETS, no: ALL_TARGETS };
export const truth = (yes: TargetMask): Truth => ({ yes, no: (ALL_TARGETS & ~yes) as TargetMask });
export const not = ({ yes, no }: Truth): Truth => ({ yes: no, no: yes });

/** A text that a program compares with -> the platforms that give it. */
type PlatformNames = Readonly<Record<string, readonly Platform[]>>;

/** `sys.platform`. */
export const PLATFORM_NAMES: PlatformNames = { linux: ['linux'], darwin: ['darwin'], win32: ['win32'] };
/** `os.name`. */
export const OS_NAMES: PlatformNames = { posix: ['linux', 'darwin'], nt: ['win32'] };
/** `platform.system()`. */
export const SYSTEM_NAMES: PlatformNames = { Linux: ['linux'], Darwin: ['darwin'], Windows: ['win32'] };

export function platformTest(names: PlatformNames, operator: string, texts: readonly string[]): Truth {
  const matching = truth(
    targetMask(
      VERSIONS,
      texts.flatMap((text) => names[text] ?? []),
    ),
  );
  if (operator === '==' || operator === 'in') return matching;
  return operator === '!=' || operator === 'not in' ? not(matching) : EITHER;
}

/** `a < b` as `b > a`. */
export const FLIPPED: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

/** What is compared: `version_info` whole, a slice `[:2]` of it, or one number. */
export type VersionPart = 'all' | 'prefix' | 'major' | 'minor';

/**
 * Compares a version with constant numbers as tuples compare: the whole tuple is longer than any two numbers, so
 * `version_info > (3, 8)` holds on 3.8.1. Where a third number would decide, both outcomes are possible.
 */
export function versionTest(part: VersionPart, operator: string, wanted: readonly number[]): Truth {
  const yes: Version[] = [];
  const no: Version[] = [];
  for (const version of VERSIONS) {
    const outcome = holds(part, Number(version.slice(2)), operator, wanted);
    if (outcome !== false) yes.push(version);
    if (outcome !== true) no.push(version);
  }
  return { yes: targetMask(yes), no: targetMask(no) };
}

function holds(
  part: VersionPart,
  minor: number,
  operator: string,
  wanted: readonly number[],
): boolean | undefined {
  const have = part === 'major' ? [3] : part === 'minor' ? [minor] : [3, minor];
  const difference = have.findIndex((number, index) => index < wanted.length && number !== wanted[index]);
  let order = difference < 0 ? 0 : have[difference]! - wanted[difference]!;
  if (order === 0 && (part === 'all' || part === 'prefix')) {
    if (wanted.length > 2) return undefined;
    if (part === 'all' || wanted.length < 2) order = 1;
  }
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    default:
      return undefined;
  }
}
