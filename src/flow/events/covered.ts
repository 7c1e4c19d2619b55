import { join, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { isSame, type ParameterTest } from '../conditions/argument-tests.ts';

interface Entry {
  readonly tests: readonly ParameterTest[];
  readonly targets: TargetMask;
}

/** Of ways that come cheapest first, those that add something: targets, or that they hold under fewer conditions. */
export class Covered<Key> {
  private readonly entries = new Map<Key, Entry[]>();

  /** The targets that a way adds; it counts as told from then on. */
  add(key: Key, tests: readonly ParameterTest[], targets: TargetMask): TargetMask {
    const known = this.entries.get(key);
    let told = NO_TARGETS;
    for (const entry of known ?? []) if (isWithin(entry.tests, tests)) told = join(told, entry.targets);
    const added = (targets & ~told) as TargetMask;
    if (added === NO_TARGETS) return added;
    if (known) known.push({ tests, targets });
    else this.entries.set(key, [{ tests, targets }]);
    return added;
  }

  count(key: Key): number {
    return this.entries.get(key)?.length ?? 0;
  }
}

const isWithin = (few: readonly ParameterTest[], many: readonly ParameterTest[]): boolean =>
  few.every((test) => many.some((other) => isSame(test, other)));
