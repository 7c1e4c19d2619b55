import { hasSpecial } from '../calls/special-methods.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { VALUE } from '../solve/values.ts';
import { argument, type Model } from './model-arguments.ts';

/** Lists that are kept in order by `<` (library/heapq). */
const eachHeap = (f: Flow, site: Site, use: (elements: Node, wild: Node) => void): void => {
  const heap = argument(f, site, 0);
  if (heap === undefined) return;
  f.p.solver.on(heap, (token) => {
    if (f.p.values.kind(token) !== VALUE.container) return;
    const { all, wild } = f.containers.of(token);
    use(all, wild);
  });
};

/** Values that are compared with what the heap holds. */
function compareWith(f: Flow, site: Site, values: Node, elements: Node): void {
  const call = {
    ...site,
    arguments: { ...NO_ARGUMENTS, positional: [elements] },
    result: f.p.solver.nodes(1),
  };
  f.p.solver.on(values, (token) => {
    if (f.p.values.kind(token) === VALUE.instance && hasSpecial(f, token, '__lt__'))
      f.p.callMethod(token, '__lt__', call);
  });
}

/** `heappush(heap, item)`; `isReplaced`: the least item is given for it. */
const push =
  (isReplaced: boolean): Model =>
  (f, site) => {
    const item = argument(f, site, 1);
    if (item === undefined) return;
    eachHeap(f, site, (elements, wild) => {
      f.p.solver.flow(item, wild);
      compareWith(f, site, item, elements);
      if (isReplaced) f.p.solver.flow(elements, site.result);
    });
  };

const pop: Model = (f, site) =>
  eachHeap(f, site, (elements) => {
    f.p.solver.flow(elements, site.result);
    compareWith(f, site, elements, elements);
  });

const order: Model = (f, site) => eachHeap(f, site, (elements) => compareWith(f, site, elements, elements));

export const HEAPS: readonly (readonly [string, Model])[] = [
  ['heapq.heappush', push(false)],
  ['heapq.heappushpop', push(true)],
  ['heapq.heapreplace', push(true)],
  ['heapq.heappop', pop],
  ['heapq.heapify', order],
];
