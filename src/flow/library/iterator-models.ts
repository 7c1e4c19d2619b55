import { CONTAINER } from '../../facts/ir.ts';
import { iterate, iterateValue, throughLazily } from '../calls/protocols.ts';
import { hasSpecial } from '../calls/special-methods.ts';
import type { Contents } from '../containers/containers.ts';
import type { Flow } from '../flow.ts';
import type { ActivationId } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { integerDetail, type Token, VALUE } from '../solve/values.ts';
import { keepReturned } from './kept-values.ts';
import { argument, type Model } from './model-arguments.ts';

/** A lazy iterator over the elements of the first argument. */
export const iterator: Model = (f, site) => {
  const source = argument(f, site, 0);
  if (source === undefined) return;
  const id = f.p.site(site.activation, site.op);
  f.containers.sources.set(id, source);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
  throughLazily(f, source, { ...site, arguments: NO_ARGUMENTS, result: f.containers.at(id).wild });
};

/** `iter(x)` gives what `__iter__` gives; `iter(f, last)` calls f for each element. */
export const iteratorOf: Model = (f, site) => {
  const [source, last] = site.arguments.positional;
  if (source === undefined) return;
  const plain = { ...site, arguments: NO_ARGUMENTS };
  if (last !== undefined) {
    const id = f.p.site(site.activation, site.op);
    f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
    const one = { ...plain, result: f.containers.at(id).wild };
    return f.p.solver.on(source, (token) => f.p.call(token, one));
  }
  const others = f.p.solver.nodes(1);
  f.p.solver.on(source, (token) => {
    if (hasSpecial(f, token, '__iter__')) f.p.callMethod(token, '__iter__', plain);
    else f.p.solver.add(others, token);
  });
  iterator(f, { ...site, arguments: { ...NO_ARGUMENTS, positional: [others] } });
};

/** `reversed(x)` gives what `__reversed__` gives, else runs through the items by position. */
export const reversedOf: Model = (f, site) => {
  const source = argument(f, site, 0);
  if (source === undefined) return;
  const id = f.p.site(site.activation, site.op);
  const plain = { ...site, arguments: NO_ARGUMENTS };
  const one = { ...plain, result: f.containers.at(id).wild };
  f.p.solver.on(source, (token) => {
    if (hasSpecial(f, token, '__reversed__')) return f.p.callMethod(token, '__reversed__', plain);
    f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
    if (hasSpecial(f, token, '__getitem__')) f.p.callMethod(token, '__getitem__', one);
    else iterateValue(f, token, one);
  });
};

/** `chain(a, b)`: the elements of every argument; `nested`: of every element of the only one. */
export const chained =
  (nested: boolean): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
    const one = { ...site, arguments: NO_ARGUMENTS, result: f.containers.at(id).wild };
    for (const source of site.arguments.positional) {
      if (!nested) {
        iterate(f, source, one);
        continue;
      }
      const inner = f.p.solver.nodes(1);
      iterate(f, source, { ...one, result: inner });
      iterate(f, inner, one);
    }
  };

/** `zip`, `enumerate`: in a program that is followed closely, items of one position make a tuple of their own. */
export const zipped =
  (offset: number): Model =>
  (f, site) => {
    if (!f.contexts.isClose) return tuplesOf(offset)(f, site);
    const outer = f.p.site(site.activation, site.op);
    f.p.solver.add(site.result, f.containers.make(outer, CONTAINER.generator));
    const sources = offset === 1 ? site.arguments.positional.slice(0, 1) : site.arguments.positional;
    const isCounted = offset === 1 && site.arguments.positional.length + site.arguments.keywords.size === 1;
    const rows = new Rows(f, site, sources.length, offset, isCounted);
    sources.forEach((source, index) => {
      f.p.solver.on(source, (token) => rows.take(token, index));
    });
  };

/** As many parts of a site as there are for tuples of their own. */
const MOST_ROWS = 12;
const FIRST_ROW = 3;

/** The tuples that `zip` makes: one for each position where lengths are known, and one for all others. */
class Rows {
  private readonly f: Flow;
  private readonly site: Site;
  private readonly offset: number;
  private readonly isCounted: boolean;
  /** What sources of unknown length give. */
  private readonly loose: Node;
  private readonly isLoose: boolean[];
  private readonly rows: Contents[] = [];

  constructor(f: Flow, site: Site, count: number, offset: number, isCounted: boolean) {
    this.f = f;
    this.site = site;
    this.offset = offset;
    this.isCounted = isCounted;
    this.loose = f.p.solver.nodes(count);
    this.isLoose = new Array<boolean>(count).fill(false);
  }

  take(token: Token, index: number): void {
    const { containers, p } = this.f;
    const { length } = isPlaced(p.values.kind(token), p.values.y(token)) ? containers.of(token) : {};
    if (length === undefined || length > MOST_ROWS) return this.takeLoose(token, index);
    const contents = containers.of(token);
    for (let row = 0; row < length; row++) {
      const from = containers.slot(contents, `i${row}`);
      p.solver.flow(from, containers.slot(this.row(row), `i${index + this.offset}`));
    }
    p.solver.flow(contents.all, containers.slot(this.others(), `i${index + this.offset}`));
  }

  private takeLoose(token: Token, index: number): void {
    const node = (this.loose + index) as Node;
    if (!this.isLoose[index]) {
      this.isLoose[index] = true;
      const { containers, p } = this.f;
      p.solver.flow(node, containers.slot(this.others(), `i${index + this.offset}`));
      if (this.isLoose.every((isLoose) => isLoose))
        p.solver.add(containers.at(p.site(this.site.activation, this.site.op)).wild, this.tuple(1));
    }
    iterateValue(this.f, token, { ...this.site, arguments: NO_ARGUMENTS, result: node });
  }

  private row(at: number): Contents {
    const { containers, p } = this.f;
    for (let next = this.rows.length; next <= at; next++) {
      const made = this.tuple(FIRST_ROW + next);
      const contents = containers.of(made);
      const outer = containers.at(p.site(this.site.activation, this.site.op));
      p.solver.add(containers.slot(outer, `i${next}`), made);
      this.isLoose.forEach((_, index) => {
        p.solver.flow((this.loose + index) as Node, containers.slot(contents, `i${index + this.offset}`));
      });
      if (this.isCounted) p.solver.add(containers.slot(contents, 'i0'), integer(this.f, next));
      this.rows.push(contents);
    }
    return this.rows[at]!;
  }

  private others(): Contents {
    return this.f.containers.of(this.tuple(1));
  }

  private tuple(part: number): Token {
    const { activation, op } = this.site;
    return this.f.containers.make(this.f.p.site(activation, op, part), CONTAINER.tuple);
  }
}

const isPlaced = (kind: number, container: number): boolean =>
  kind === VALUE.container && (container === CONTAINER.list || container === CONTAINER.tuple);

const integer = (f: Flow, value: number): Token =>
  f.p.values.of(VALUE.libraryInstance, f.p.name('builtins.int'), integerDetail(value));

/** `product`, `zip_longest`: tuples whose items come from the arguments. */
export const tuplesOf =
  (offset: number): Model =>
  (f, site) => {
    const outer = f.p.site(site.activation, site.op);
    const inner = f.p.site(site.activation, site.op, 1);
    f.p.solver.add(site.result, f.containers.make(outer, CONTAINER.generator));
    f.p.solver.add(f.containers.at(outer).wild, f.containers.make(inner, CONTAINER.tuple));
    const sources = offset === 1 ? site.arguments.positional.slice(0, 1) : site.arguments.positional;
    sources.forEach((source, index) => {
      const slot = f.containers.slot(f.containers.at(inner), `i${index + offset}`);
      iterate(f, source, { ...site, arguments: NO_ARGUMENTS, result: slot });
    });
  };

/** `next(x, default)`. */
export const nextOf: Model = (f, site) => {
  const source = argument(f, site, 0);
  const fallback = argument(f, site, 1);
  if (fallback !== undefined) f.p.solver.flow(fallback, site.result);
  if (source === undefined) return;
  const inner = { ...site, arguments: NO_ARGUMENTS };
  f.p.solver.on(source, (token) => {
    if (f.p.values.kind(token) === VALUE.generator)
      keepReturned(f, f.p.activations.all[f.p.values.x(token) as ActivationId]!);
    if (hasSpecial(f, token, '__next__')) f.p.callMethod(token, '__next__', inner);
    else iterateValue(f, token, inner);
  });
};
