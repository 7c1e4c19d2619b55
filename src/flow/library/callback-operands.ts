import { CONTAINER } from '../../facts/ir.ts';
import type { Operand, Passed } from '../../stdlib/models/callback-model.ts';
import { iterate } from '../calls/protocols.ts';
import type { Flow } from '../flow.ts';
import { type Arguments, NO_ARGUMENTS, type Site, type Star } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** What the operands of a row mean at one call of the library callable. */
export interface CallbackSite {
  readonly site: Site;
  /** The object whose method is called. */
  readonly receiver: Token | undefined;
  /** What the calls of the row gave so far. */
  readonly results: Node;
}

/** The node of an operand; `undefined` where the call does not give it. */
export function operandNode(f: Flow, at: CallbackSite, operand: Operand): Node | undefined {
  const { positional, keywords } = at.site.arguments;
  if (typeof operand === 'number') return positional[operand];
  if (operand === 'result') return at.results;
  if (operand === 'receiver') return at.receiver === undefined ? undefined : holding(f, at.receiver);
  if ('named' in operand) {
    const placed = operand.at === undefined ? undefined : positional[operand.at];
    return placed ?? keywords.get(f.p.name(operand.named));
  }
  if ('an' in operand) {
    const of = operand.of?.map((name) => holding(f, f.p.libraryInstance(name)));
    return holding(f, of ? f.types.instance(operand.an, of) : f.p.libraryInstance(operand.an));
  }
  if ('text' in operand) return holding(f, f.p.values.of(VALUE.text, f.p.name(operand.text)));
  if ('typeArgument' in operand) {
    return at.receiver === undefined ? undefined : f.types.argumentsOf(at.receiver)[operand.typeArgument];
  }
  if ('candidatesFrom' in operand) {
    const given = positional.slice(operand.candidatesFrom);
    return given.length === 1 ? elementsOf(f, given, at.site) : union(f, given);
  }
  if ('elementsFrom' in operand) return elementsOf(f, positional.slice(operand.elementsFrom), at.site);
  const inner = operandNode(f, at, 'elementOf' in operand ? operand.elementOf : operand.instanceOf);
  if (inner === undefined) return undefined;
  return 'elementOf' in operand ? elementsOf(f, [inner], at.site) : instances(f, inner);
}

/** The arguments that a row passes. */
export function passedArguments(
  f: Flow,
  at: CallbackSite,
  passes: readonly Passed[],
  named: Readonly<Record<string, Operand>>,
): Arguments {
  const positional: Node[] = [];
  const stars: Star[] = [];
  const doubleStars: Node[] = [];
  const given = at.site.arguments;
  let keywords = NO_ARGUMENTS.keywords;
  for (const one of passes) {
    if (typeof one === 'object' && 'eachFrom' in one) {
      for (const node of given.positional.slice(one.eachFrom))
        positional.push(elementsOf(f, [node], at.site));
    } else if (typeof one === 'object' && 'restFrom' in one) {
      const before = positional.length - one.restFrom;
      positional.push(...given.positional.slice(one.restFrom));
      stars.push(...given.stars.map((star) => ({ ...star, at: Math.max(star.at + before, 0) })));
      doubleStars.push(...given.doubleStars);
      keywords = given.keywords;
    } else if (typeof one === 'object' && 'spread' in one) {
      const node = operandNode(f, at, one.spread);
      if (node !== undefined) stars.push({ node, at: positional.length });
    } else if (typeof one === 'object' && 'spreadNamed' in one) {
      const node = operandNode(f, at, one.spreadNamed);
      if (node !== undefined) doubleStars.push(node);
    } else positional.push(operandNode(f, at, one) ?? f.types.nothing);
  }
  const own = Object.entries(named);
  if (own.length > 0) {
    keywords = new Map([
      ...keywords,
      ...own.map(([name, one]) => [f.p.name(name), operandNode(f, at, one) ?? f.types.nothing] as const),
    ]);
  }
  return { positional, stars, keywords, doubleStars };
}

/** A list whose elements are what a node holds, in place of the call's result. */
export function listOf(f: Flow, site: Site, elements: Node): void {
  const id = f.p.site(site.activation, site.op);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.list));
  f.p.solver.flow(elements, f.containers.at(id).wild);
}

function holding(f: Flow, token: Token): Node {
  const node = f.p.solver.nodes(1);
  f.p.solver.add(node, token);
  return node;
}

function union(f: Flow, nodes: readonly Node[]): Node {
  const result = f.p.solver.nodes(1);
  for (const node of nodes) f.p.solver.flow(node, result);
  return result;
}

function elementsOf(f: Flow, iterables: readonly Node[], site: Site): Node {
  const result = f.p.solver.nodes(1);
  for (const node of iterables) iterate(f, node, { ...site, arguments: NO_ARGUMENTS, result });
  return result;
}

function instances(f: Flow, types: Node): Node {
  const { solver, values } = f.p;
  const result = solver.nodes(1);
  solver.on(types, (type) => {
    if (values.kind(type) === VALUE.class) solver.add(result, values.of(VALUE.instance, type));
    else if (values.kind(type) === VALUE.library) {
      solver.add(result, values.of(VALUE.libraryInstance, values.x(type)));
    }
  });
  return result;
}
