import { CONTAINER } from '../../facts/ir.ts';
import { iterateValue } from '../calls/protocols.ts';
import type { Contents } from '../containers/containers.ts';
import { eachKey } from '../containers/keys.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { argument, type Model } from './model-arguments.ts';

const isSequence = ({ p: { values } }: Flow, token: Token): boolean =>
  values.kind(token) === VALUE.container &&
  (values.y(token) === CONTAINER.list || values.y(token) === CONTAINER.tuple);

/** `list(x)`, `tuple(x)`, `sorted(x)`: a container with the elements of x. */
export const copyInto =
  (kind: number): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    const contents = f.containers.at(id);
    f.p.solver.add(site.result, f.containers.make(id, kind));
    const source = argument(f, site, 0);
    if (source === undefined) return;
    const one = { ...site, arguments: NO_ARGUMENTS, result: contents.wild };
    const isOrdered = kind === CONTAINER.list || kind === CONTAINER.tuple;
    f.p.solver.on(source, (token) => {
      if (isOrdered && isSequence(f, token)) f.containers.copy(f.containers.of(token), contents);
      else iterateValue(f, token, one);
    });
  };

export const newDict: Model = (f, site) => {
  const id = f.p.site(site.activation, site.op);
  const contents = f.containers.at(id);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.dict));
  for (const [name, value] of site.arguments.keywords) {
    f.p.solver.flow(value, f.containers.slot(contents, `s${f.p.text(name)}`));
  }
  const source = argument(f, site, 0);
  if (source === undefined) return;
  f.p.solver.on(source, (token) => {
    if (f.p.values.kind(token) !== VALUE.container) return;
    if (f.p.values.y(token) === CONTAINER.dict) f.containers.copy(f.containers.of(token), contents);
    else f.p.solver.on(f.containers.elements(token), (pair) => putPair(f, contents, pair));
  });
};

/** `dict([(key, value)])` */
function putPair(f: Flow, contents: Contents, pair: Token): void {
  if (!isSequence(f, pair)) return;
  const items = f.containers.of(pair);
  const value = f.containers.slot(items, 'i1');
  const key = f.containers.slot(items, 'i0');
  f.p.solver.flow(key, contents.keys);
  eachKey(f, key, (each) =>
    f.p.solver.flow(value, each === undefined ? contents.wild : f.containers.slot(contents, each)),
  );
}
