import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import { VALUE } from '../solve/values.ts';
import { partialOf } from './partials.ts';

/** `cmp_to_key(compare)`: a callable whose results are compared by calling `compare` with two of its arguments. */
const compareByKey = (f: Flow, site: Site): void => {
  const [compare] = site.arguments.positional;
  if (compare === undefined) return;
  const key = f.p.solver.nodes(1);
  f.p.solver.add(key, f.p.library('functools.cmp_to_key.<key>'));
  f.p.solver.add(site.result, partialOf(f, [key, compare]));
};

const compareTwo = (f: Flow, site: Site): void => {
  const [compare, element] = site.arguments.positional;
  if (compare === undefined || element === undefined) return;
  const pair = { ...NO_ARGUMENTS, positional: [element, element] };
  f.p.solver.on(compare, (fn) => f.p.call(fn, { ...site, arguments: pair, result: f.p.solver.nodes(1) }));
};

const COMPARISONS = ['__lt__', '__le__', '__gt__', '__ge__'];

/** `@total_ordering`: comparisons that the class does not define run the one that it does. */
const totalOrdering = (f: Flow, site: Site): void => {
  const [type] = site.arguments.positional;
  if (type === undefined) return;
  f.p.solver.flow(type, site.result);
  f.p.solver.on(type, (token) => {
    if (f.p.values.kind(token) !== VALUE.class) return;
    const record = f.classes.of(token);
    const isDefined = (name: string) => f.classes.defines(record, f.p.name(name));
    const root = COMPARISONS.find(isDefined);
    if (root === undefined) return;
    for (const name of COMPARISONS) {
      if (isDefined(name)) continue;
      f.p.solver.flow(f.p.field(token, f.p.name(root)), f.p.field(token, f.p.name(name)));
      f.classes.addAttribute(record, f.p.name(name));
    }
  });
};

/** Models of what makes comparisons of one function (https://docs.python.org/3/library/functools.html). */
export const ORDERINGS: readonly (readonly [string, (f: Flow, site: Site) => void])[] = [
  ['functools.cmp_to_key', compareByKey],
  ['functools.cmp_to_key.<key>', compareTwo],
  ['functools.total_ordering', totalOrdering],
];
