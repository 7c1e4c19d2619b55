import { CONTAINER } from '../../facts/ir.ts';
import { iterate } from '../calls/protocols.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/**
 * Operators of builtin containers: `+` puts sequences one behind the other, `|` merges dicts, the rest keep or drop
 * elements of the left one. In place they change the left one, elsewhere they make a container of their own.
 */
export function concatenate(
  f: Flow,
  left: Token,
  right: Node,
  method: string,
  inPlace: boolean,
  site: Site,
): void {
  const { solver, values } = f.p;
  const kind = values.y(left);
  const from = f.containers.of(left);
  const changes = inPlace && kind !== CONTAINER.tuple;
  if (method !== 'add' && method !== 'or' && method !== 'mul') return solver.add(site.result, left);
  if (changes) {
    solver.add(site.result, left);
    if (method === 'or' || kind === CONTAINER.dict) return mergeAll(f, right, left, site);
    if (method === 'add') iterate(f, right, { ...site, result: from.wild });
    return;
  }
  const id = f.p.site(site.activation, site.op);
  const made = f.containers.make(id, kind);
  const to = f.containers.at(id);
  // the result of an earlier round of a loop: its elements stay where they are
  if (to !== from) f.containers.copy(from, to);
  solver.add(site.result, made);
  if (method === 'mul') return solver.flow(to.all, to.wild);
  if (method === 'or') return mergeAll(f, right, made, site);
  solver.on(right, (token) => {
    if (values.kind(token) !== VALUE.container) return;
    const other = f.containers.of(token);
    f.containers.copy(other, to, to === from ? Number.NaN : (from.length ?? Number.NaN));
    if (from.length !== undefined && other.length !== undefined) to.length = from.length + other.length;
  });
}

function mergeAll(f: Flow, right: Node, into: Token, site: Site): void {
  const { solver, values } = f.p;
  const to = f.containers.of(into);
  solver.on(right, (token) => {
    if (values.kind(token) === VALUE.container && values.y(token) === CONTAINER.dict) {
      f.containers.copy(f.containers.of(token), to);
    } else {
      const single = solver.nodes(1);
      solver.add(single, token);
      iterate(f, single, { ...site, result: to.wild });
    }
  });
}
