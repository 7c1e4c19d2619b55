import { globPattern } from '../select.ts';
import type { Heard, HeardKind, Listeners } from './contract.ts';
import { isTable } from './shapes.ts';

const KINDS: readonly HeardKind[] = ['Call', 'Event', 'Import', 'Function', 'Class'];
const END = 'Program:end';

type Listen<K extends HeardKind> = (heard: Heard[K]) => unknown;

/** A listener with what it wants to hear. */
export interface Listener<K extends HeardKind> {
  readonly wants: (names: readonly string[]) => boolean;
  /** It names what it wants, so that the rest need not be looked up. */
  readonly isNamed: boolean;
  readonly listen: Listen<K>;
}

/** What one rule listens to, by kind. */
export type Dispatch = { readonly [K in HeardKind]: readonly Listener<K>[] } & {
  readonly end: () => unknown;
};

/** @throws Error for what is no object, a key that names no kind, or a value that is no function */
export function dispatchOf(listeners: Listeners): Dispatch {
  if (!isTable(listeners))
    throw new Error('`create` gives no object of listeners; return one, as in { Call: (call) => { ... } }');
  const found: { [K in HeardKind]: Listener<K>[] } = {
    Call: [],
    Event: [],
    Import: [],
    Function: [],
    Class: [],
  };
  let end: () => unknown = () => {};
  for (const [key, listen] of Object.entries(listeners) as [string, unknown][]) {
    if (typeof listen !== 'function') throw new Error(`the listener "${key}" is no function`);
    if (key === END) {
      end = listen as () => unknown;
      continue;
    }
    const colon = key.indexOf(':');
    const kind = colon < 0 ? key : key.slice(0, colon);
    if (!KINDS.some((known) => known === kind))
      throw new Error(
        `there is no listener "${key}"; there are ${[...KINDS, END].join(', ')}, and a kind with a name, as in Call:os.*`,
      );
    const pattern = colon < 0 ? undefined : globPattern(key.slice(colon + 1));
    const wants = (names: readonly string[]) =>
      pattern === undefined || names.some((name) => pattern.test(name));
    (found[kind as HeardKind] as Listener<HeardKind>[]).push({
      wants,
      isNamed: pattern !== undefined,
      listen: listen as Listen<HeardKind>,
    });
  }
  return { ...found, end };
}
