import { CALL_FLAGS, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';

/**
 * Decorators about which nothing is known give what they decorate, as those of the library do (`calls.ts`): a function
 * must not be lost because of what marks it. True if there were any, so that what is solved must be solved further.
 */
export function passUnknownDecorators(f: Flow): boolean {
  const { solver, activations } = f.p;
  let any = false;
  for (let id = 0; id < activations.all.length; id++) {
    const activation = activations.all[id]!;
    const { facts } = activation.file;
    const { start, end } = facts.functions[activation.index]!;
    for (let at = start; at < end; at++) {
      if (facts.kind[at] !== OP.Call || facts.c[at] !== CALL_FLAGS.decorator) continue;
      const node = (op: number) => f.p.node(activation, op as OpId);
      const decorated = listOf(facts, facts.b[at]!)[2];
      if (decorated === undefined || solver.at(node(facts.a[at]!)).length > 0) continue;
      if (solver.at(node(decorated)).length === 0 || solver.at(node(at)).length > 0) continue;
      solver.flow(node(decorated), node(at));
      any = true;
    }
  }
  return any;
}
