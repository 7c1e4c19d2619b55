import { CONTAINER } from '../facts/ir.ts';
import type { CallbackModel } from '../stdlib/models/callbacks.ts';
import type { Flow } from './flow.ts';
import { type Arguments, NO_ARGUMENTS, type Site } from './propagation.ts';
import { iterate } from './protocols.ts';
import type { Node } from './solver.ts';

/** Lets a library callable call the callables it is given; the calls are edges of the caller. */
export function runCallback(f: Flow, model: CallbackModel, site: Site): void {
  const { solver } = f.p;
  const callee = operand(f, site, model.callee);
  const results = solver.nodes(1);
  const call: Site = { ...site, arguments: passed(f, model, site), result: results };
  if (callee !== undefined) solver.on(callee, (token) => f.p.call(token, call));
  if (model.makes !== undefined) {
    const made = f.types.generic(model.makes);
    const given = made.args[made.args.length - 1];
    if (given !== undefined) solver.flow(results, given);
    return solver.add(site.result, made.instance);
  }
  switch (model.gives) {
    case 'result':
      return solver.flow(results, site.result);
    case 'callee':
      if (callee !== undefined) solver.flow(callee, site.result);
      return;
    case 'list-of-results':
    case 'elements': {
      const id = f.p.site(site.activation, site.op);
      const contents = f.containers.at(id);
      solver.add(site.result, f.containers.make(id, CONTAINER.list));
      if (model.gives === 'list-of-results') return solver.flow(results, contents.wild);
      const source = site.arguments.positional[model.passes === 'first-elements' ? 0 : 1];
      if (source !== undefined)
        iterate(f, source, { ...site, arguments: NO_ARGUMENTS, result: contents.wild });
      return;
    }
    default:
  }
}

function operand(f: Flow, site: Site, places: CallbackModel['callee']): Node | undefined {
  for (const place of places) {
    const node = place.startsWith('arg:')
      ? site.arguments.positional[Number(place.slice(4))]
      : site.arguments.keywords.get(f.p.name(place.slice(3)));
    if (node !== undefined) return node;
  }
  return undefined;
}

function passed(f: Flow, model: CallbackModel, site: Site): Arguments {
  const { positional, keywords } = site.arguments;
  switch (model.passes) {
    case 'elements':
      return { ...NO_ARGUMENTS, positional: positional.slice(1).map((node) => elementsOf(f, node, site)) };
    case 'first-elements':
      return { ...NO_ARGUMENTS, positional: positional.slice(0, 1).map((node) => elementsOf(f, node, site)) };
    case 'rest':
      return { ...NO_ARGUMENTS, positional: positional.slice(model.from ?? 1), keywords };
    case 'thread-arguments': {
      const args = keywords.get(f.p.name('args'));
      const named = keywords.get(f.p.name('kwargs'));
      return {
        ...NO_ARGUMENTS,
        stars: args === undefined ? [] : [{ node: args, at: 0 }],
        doubleStars: named === undefined ? [] : [named],
      };
    }
    default:
      return NO_ARGUMENTS;
  }
}

function elementsOf(f: Flow, iterable: Node, site: Site): Node {
  const result = f.p.solver.nodes(1);
  iterate(f, iterable, { ...site, arguments: NO_ARGUMENTS, result });
  return result;
}
