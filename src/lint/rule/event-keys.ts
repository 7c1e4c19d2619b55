import { didYouMean } from '../../config/nearest.ts';
import type { Finding } from '../../model/finding.ts';
import { globPattern } from '../select.ts';
import type { Listeners } from './contract.ts';

const PREFIX = 'Event:';

/**
 * Refuses `Event:os.sistem`, which would never hear anything. Events of the program's own are in no list: a name that
 * is like none of CPython's, and of none of its families, may be one.
 *
 * @param known the events that there are
 * @param raised those of the program
 * @throws Error that tells of the nearest name
 */
export function checkEventKeys(
  listeners: Listeners,
  known: readonly string[],
  raised: readonly Pick<Finding, 'event'>[],
): void {
  for (const key of Object.keys(listeners)) {
    if (!key.startsWith(PREFIX)) continue;
    const name = key.slice(PREFIX.length);
    const pattern = globPattern(name);
    if (known.some((event) => pattern.test(event)) || raised.some(({ event }) => pattern.test(event)))
      continue;
    const hint = didYouMean(name, known);
    const family = name.includes('.') ? name.slice(0, name.indexOf('.') + 1) : undefined;
    if (hint === '' && !known.some((event) => family !== undefined && event.startsWith(family))) continue;
    throw new Error(
      `the listener "${key}" hears nothing: there is no such event${hint || '; `pyaudit-lint events` lists them'}`,
    );
  }
}
