import { isPartialText } from '../constrain/partial-texts.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** What a library callable does with values: gives its result, calls its arguments. */
export type Model = (f: Flow, site: Site, receiver?: Token) => void;

/** An argument by its position or its keyword. */
export function argument(f: Flow, site: Site, position: number, keyword?: string): Node | undefined {
  return (
    site.arguments.positional[position] ??
    (keyword ? site.arguments.keywords.get(f.p.name(keyword)) : undefined)
  );
}

/** Runs `use` for each text a node may hold, `partial` for those of which only parts are known. */
export function eachText(
  f: Flow,
  node: Node | undefined,
  use: (name: number) => void,
  partial?: (text: string) => void,
): void {
  if (node === undefined) return;
  f.p.solver.on(node, (token) => {
    if (f.p.values.kind(token) !== VALUE.text) return;
    const name = f.p.values.x(token);
    if (!isPartialText(f.p.text(name))) use(name);
    else partial?.(f.p.text(name));
  });
}
