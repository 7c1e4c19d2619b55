import { compareText } from '../lint/order.ts';
import { unreachable } from '../model/brand.ts';
import { LIMIT_KINDS, type Limit, type LimitKind } from '../model/finding.ts';
import { placeText } from './place.ts';

/** Whether each limit of a kind needs a person's attention (a file was not analysed), or only their number tells. */
export function isSingular(kind: LimitKind): boolean {
  switch (kind) {
    case 'syntax':
    case 'unreadable':
    case 'no-python':
    case 'encoding':
    case 'target-version':
    case 'too-deep':
    case 'internal':
      return true;
    case 'unresolved-call':
    case 'unresolved-import':
    case 'dynamic-code':
    case 'dynamic-import':
    case 'dynamic-attribute':
    case 'native-module':
      return false;
    default:
      return unreachable(kind);
  }
}

export interface LimitGroup {
  readonly kind: LimitKind;
  readonly reason: string;
  readonly limits: readonly Limit[];
  /** Places in all. */
  readonly count: number;
  readonly files: number;
}

/** `src/app.py:3:7`, the file alone, or empty for the run as a whole. */
export const limitPlace = ({ file, region }: Limit): string => placeText(file, region);

/** Places that limits stand for. */
export const placesOf = (limits: readonly Limit[]): number =>
  limits.reduce((sum, { count = 1 }) => sum + count, 0);

/** Limits by kind and reason: kinds in their order, then the most frequent first. */
export function limitGroups(limits: readonly Limit[]): LimitGroup[] {
  const groups = new Map<string, Limit[]>();
  for (const limit of limits) {
    const key = `${limit.kind} ${limit.reason}`;
    const known = groups.get(key);
    if (known) known.push(limit);
    else groups.set(key, [limit]);
  }
  return [...groups.values()]
    .map((group) => ({
      kind: group[0]!.kind,
      reason: group[0]!.reason,
      limits: group,
      count: placesOf(group),
      files: new Set(group.map(({ file }) => file)).size,
    }))
    .sort(
      (a, b) =>
        LIMIT_KINDS.indexOf(a.kind) - LIMIT_KINDS.indexOf(b.kind) ||
        b.count - a.count ||
        compareText(a.reason, b.reason),
    );
}
