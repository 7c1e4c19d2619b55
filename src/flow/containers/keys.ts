import { CONTAINER } from '../../facts/ir.ts';
import { keyOfTuple } from '../../facts/literals.ts';
import { libraryObject } from '../../stdlib/types/library.ts';
import { isPartialText } from '../constrain/partial-texts.ts';
import type { Flow } from '../flow.ts';
import type { SiteId } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { integerOf, type Token, VALUE } from '../solve/values.ts';
import type { Key } from './containers.ts';

/** In larger programs a class stands for those that derive from it as well: all of them are one key. */
const ANY_CLASS: Key = 'v';

function isLibraryClass({ p }: Flow, token: Token): boolean {
  if (p.values.kind(token) !== VALUE.library) return false;
  return libraryObject(p.text(p.values.x(token)))?.kind === 'class';
}

/** The key that a value is in a container; `undefined`: no constant. */
export function keyOfValue(f: Flow, token: Token): Key | undefined {
  const { values } = f.p;
  const kind = values.kind(token);
  if (kind === VALUE.class || isLibraryClass(f, token)) return f.contexts.isClose ? `v${token}` : ANY_CLASS;
  if (kind === VALUE.function) return f.contexts.isClose ? `v${token}` : undefined;
  if (kind === VALUE.container) return f.containers.asKeys.get(values.x(token) as SiteId);
  if (kind === VALUE.text) {
    const text = f.p.text(values.x(token));
    return isPartialText(text) ? undefined : `s${text}`;
  }
  if (kind !== VALUE.libraryInstance) return undefined;
  if (f.p.text(values.x(token)) !== 'builtins.int') return undefined;
  const integer = integerOf(values.y(token));
  return integer === undefined ? undefined : `i${integer}`;
}

/** Longer tuples are no keys that are followed. */
const LONGEST = 3;

/** Where the items of a tuple lie that is a key, but no constant; in small programs alone. */
function itemsOfKey(f: Flow, token: Token): readonly Node[] | undefined {
  const { values } = f.p;
  if (!f.contexts.isClose || values.kind(token) !== VALUE.container) return undefined;
  if (values.y(token) !== CONTAINER.tuple || f.containers.asKeys.has(values.x(token) as SiteId))
    return undefined;
  const contents = f.containers.of(token);
  const { length } = contents;
  if (length === undefined || length === 0 || length > LONGEST) return undefined;
  return Array.from({ length }, (_, index) => f.containers.slot(contents, `i${index}`));
}

/** Each key that a tuple may be, of the keys that its items may be. */
function eachTupleKey(f: Flow, items: readonly Node[], use: (key: Key | undefined) => void): void {
  const known: Set<Key>[] = items.map(() => new Set());
  items.forEach((item, index) => {
    eachKey(f, item, (key) => {
      if (key === undefined) return use(undefined);
      if (known[index]!.has(key)) return;
      known[index]!.add(key);
      let tuples: readonly (readonly Key[])[] = [[]];
      for (const [at, keys] of known.entries()) {
        const choices = at === index ? [key] : [...keys];
        tuples = tuples.flatMap((tuple) => choices.map((choice) => [...tuple, choice]));
      }
      for (const tuple of tuples) use(keyOfTuple(tuple));
    });
  });
}

/**
 * Runs `use` for each key that a node may hold; `undefined` for one that is not constant, and where no value ever
 * arrives, since then somebody out of sight gives the key.
 */
export function eachKey(f: Flow, node: Node, use: (key: Key | undefined) => void): void {
  let any = false;
  f.p.solver.on(node, (token) => {
    any = true;
    const items = itemsOfKey(f, token);
    if (items) eachTupleKey(f, items, use);
    else use(keyOfValue(f, token));
  });
  f.p.whenIdle(() => {
    if (!any) use(undefined);
  });
}
