import type { OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import { EMPTY } from '../solve/value-sets.ts';

/**
 * Decorators about which nothing is known give what they decorate, as those of the library do (`calls.ts`): a function
 * must not be lost because of what marks it. True if there were any, so that what is solved must be solved further.
 */
export function passUnknownDecorators(f: Flow): boolean {
  const { solver } = f.p;
  let any = false;
  for (const { activation, op } of f.decorations) {
    const { facts } = activation.file;
    const node = (of: number) => f.p.node(activation, of as OpId);
    const decorated = listOf(facts, facts.b[op]!)[2];
    if (decorated === undefined || solver.setAt(node(facts.a[op]!)) !== EMPTY) continue;
    if (solver.setAt(node(decorated)) === EMPTY || solver.setAt(node(op)) !== EMPTY) continue;
    solver.flow(node(decorated), node(op));
    any = true;
  }
  return any;
}
