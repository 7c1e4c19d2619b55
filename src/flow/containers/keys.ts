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

/**
 * Runs `use` for each key that a node may hold; `undefined` for one that is not constant, and where no value ever
 * arrives, since then somebody out of sight gives the key.
 */
export function eachKey(f: Flow, node: Node, use: (key: Key | undefined) => void): void {
  let any = false;
  f.p.solver.on(node, (token) => {
    any = true;
    use(keyOfValue(f, token));
  });
  f.p.whenIdle(() => {
    if (!any) use(undefined);
  });
}
