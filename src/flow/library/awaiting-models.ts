import { CONTAINER } from '../../facts/ir.ts';
import { awaitValue, iterateValue } from '../calls/protocols.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { argument, type Model } from './model-arguments.ts';

/** `gather(*coroutines)` */
function awaitEach(f: Flow, spread: Node, site: Site): void {
  const inner = f.p.solver.nodes(1);
  const { wild } = f.containers.at(f.p.site(site.activation, site.op));
  f.p.solver.on(spread, (token) =>
    iterateValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: inner }),
  );
  f.p.solver.on(inner, (token) => awaitValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: wild }));
}

/** `asyncio.run(c)`, `gather(c, d)`: what awaiting each argument gives. */
export const awaited =
  (list: boolean): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    if (list) f.p.solver.add(site.result, f.containers.make(id, CONTAINER.list));
    const sources = list ? site.arguments.positional : site.arguments.positional.slice(0, 1);
    for (const { node } of list ? site.arguments.stars : []) awaitEach(f, node, site);
    sources.forEach((source, index) => {
      const result = list ? f.containers.slot(f.containers.at(id), `i${index}`) : site.result;
      const one = { ...site, arguments: NO_ARGUMENTS, result };
      f.p.solver.on(source, (token) => awaitValue(f, token, one));
    });
  };

/** `asyncio.wait(tasks)`: a set of those that are done, and one of the others. */
export const waitedFor: Model = (f, site) => {
  const tasks = argument(f, site, 0, 'fs');
  if (tasks === undefined) return;
  const pair = f.containers.at(f.p.site(site.activation, site.op));
  const sets = f.p.site(site.activation, site.op, 1);
  for (const key of ['i0', 'i1'])
    f.p.solver.add(f.containers.slot(pair, key), f.containers.make(sets, CONTAINER.set));
  f.p.solver.add(site.result, f.containers.make(f.p.site(site.activation, site.op), CONTAINER.tuple));
  f.p.solver.on(tasks, (token) =>
    iterateValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: f.containers.at(sets).wild }),
  );
};
