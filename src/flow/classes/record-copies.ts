import { CONTAINER } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import { argument, type Model } from '../library/model-arguments.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { allFields } from './generated-init.ts';
import { instanceMadeAt } from './instances.ts';

/** What instances of the project's classes in the first argument are turned into. */
const ofInstances =
  (take: (f: Flow, instance: Token, site: Parameters<Model>[1]) => void): Model =>
  (f, site) => {
    const object = argument(f, site, 0);
    if (object === undefined) return;
    f.p.solver.on(object, (token) => {
      if (f.p.values.kind(token) === VALUE.instance) take(f, token, site);
    });
  };

/**
 * `replace(x, field=value)` (https://docs.python.org/3/library/dataclasses.html#dataclasses.replace): an instance of
 * the class of x with its fields, but those given by name. The class's `__init__` or `__post_init__` runs.
 */
export const replaceFields: Model = ofInstances((f, instance, site) => {
  const { solver, values } = f.p;
  const record = f.classes.of(values.x(instance) as Token);
  const made = instanceMadeAt(f, record, site);
  solver.add(site.result, made);
  const keywords = new Map(site.arguments.keywords);
  for (const { name } of allFields(f, record)) {
    const given = keywords.get(name);
    if (given === undefined) keywords.set(name, f.p.attribute(instance, name).value);
  }
  const silent = { ...site, arguments: { ...NO_ARGUMENTS, keywords }, result: solver.nodes(1) };
  f.p.callMethod(made, '__init__', silent);
});

/** `asdict(x)`: what the fields of x hold, by their names. Errs toward leaving records within records as they are. */
export const fieldsAsDict: Model = ofInstances((f, instance, site) => {
  const { solver, values } = f.p;
  const id = f.p.site(site.activation, site.op);
  const contents = f.containers.at(id);
  solver.add(site.result, f.containers.make(id, CONTAINER.dict));
  for (const { name } of allFields(f, f.classes.of(values.x(instance) as Token))) {
    solver.add(contents.keys, values.of(VALUE.text, name));
    solver.flow(f.p.attribute(instance, name).value, f.containers.slot(contents, `s${f.p.text(name)}`));
  }
});

/** `astuple(x)`: what the fields of x hold, in order. Errs as `fieldsAsDict`. */
export const fieldsAsTuple: Model = ofInstances((f, instance, site) => {
  const { solver, values } = f.p;
  const id = f.p.site(site.activation, site.op);
  const contents = f.containers.at(id);
  solver.add(site.result, f.containers.make(id, CONTAINER.tuple));
  allFields(f, f.classes.of(values.x(instance) as Token)).forEach(({ name }, position) => {
    solver.flow(f.p.attribute(instance, name).value, f.containers.slot(contents, `i${position}`));
  });
});
