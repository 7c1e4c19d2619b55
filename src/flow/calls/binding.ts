import { CONTAINER, type ParameterFacts } from '../../facts/ir.ts';
import type { Contents } from '../containers/containers.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type Arguments, NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { VALUE } from '../solve/values.ts';
import { signature, takesReceiver } from './arity.ts';
import { flowDefault } from './outside.ts';
import { iterateValue } from './protocols.ts';
import { takenKeywords } from './taken-keywords.ts';
import { passReceiver } from './unbound-methods.ts';

/**
 * Arguments to parameters (language reference 6.3.4). `skip` parameters are bound already (the receiver). Keywords
 * that no parameter takes go to `**kwargs`, extra positions to `*args`; `*x` and `**x` spread over what they may
 * reach. `isOnly`: nobody else calls the activation.
 */
export function bind(f: Flow, callee: Activation, site: Site, skip: number, isOnly: boolean): void {
  const { star, doubleStar } = signature(f, callee.function);
  const { stars, keywords, doubleStars } = site.arguments;
  const isPlain = !star && !doubleStar && stars.length === 0 && doubleStars.length === 0;
  if (isPlain && keywords.size === 0) bindPositions(f, callee, site.arguments, skip);
  else bindAll(f, callee, site, skip, isOnly);
}

/** Most calls: arguments by position, and parameters with names of their own. */
function bindPositions(f: Flow, callee: Activation, args: Arguments, skip: number): void {
  const { parameters, positional } = signature(f, callee.function);
  const count = Math.min(args.positional.length, positional - skip);
  const isUnbound = skip === 0 && isMethod(callee);
  for (let position = 0; position < count; position++) {
    const from = args.positional[position]!;
    const to = f.p.node(callee, parameters[position + skip]!.op);
    if (isUnbound && position === 0) passReceiver(f, callee, from, to);
    else f.p.solver.flow(from, to);
  }
  defaults(f, callee, args, skip);
}

const isMethod = ({ file, index }: Activation): boolean => takesReceiver(file.facts.functions[index]!);

function bindAll(f: Flow, callee: Activation, site: Site, skip: number, isOnly: boolean): void {
  const args = site.arguments;
  const { parameters, star, doubleStar, positional, byName: indexes } = signature(f, callee.function);
  const count = positional - skip;
  const node = (parameter: ParameterFacts) => f.p.node(callee, parameter.op);
  const rest = star && collected(f, callee, star, CONTAINER.tuple);
  const extra = doubleStar && collected(f, callee, doubleStar, CONTAINER.dict);
  if (extra) extra.taken = takenKeywords(callee.file.facts, callee.file.facts.functions[callee.index]!);
  const isUnbound = skip === 0 && isMethod(callee);
  const toPosition = (value: Node, position: number) => {
    if (isUnbound && position === 0) passReceiver(f, callee, value, node(parameters[0]!));
    else if (position < count) f.p.solver.flow(value, node(parameters[position + skip]!));
    else if (rest) f.p.solver.flow(value, f.containers.slot(rest, `i${position - count}`));
  };
  args.positional.forEach(toPosition);
  if (rest && isOnly && args.stars.length === 0) {
    rest.length = Math.max(args.positional.length - count, 0);
  }
  defaults(f, callee, args, skip);
  for (const { node: spread, at, behind } of args.stars) {
    spreadPositions(f, spread, at, count, toPosition, site);
    if (behind) bindBehind(f, spread, at, behind, count, toPosition);
  }
  const byName = (name: number, value: Node) => {
    const parameter = indexes.get(name);
    if (parameter !== undefined && parameter >= skip) f.p.solver.flow(value, node(parameters[parameter]!));
    else if (extra) {
      const key = `s${f.p.text(name)}`;
      f.p.solver.flow(value, f.containers.slot(extra, key));
      if (!extra.taken?.has(key)) f.p.solver.add(extra.keys, f.p.values.of(VALUE.text, name));
    }
  };
  for (const [name, value] of args.keywords) byName(name, value);
  for (const spread of args.doubleStars) {
    spreadNames(f, spread, byName, (value) => {
      // what a position or a keyword gives already, `**` cannot give again
      const taken = Math.max(skip + args.positional.length, isUnbound ? 1 : 0);
      for (const [name, index] of indexes) {
        const isTaken = index < Math.min(taken, positional) || args.keywords.has(name);
        if (!isTaken) f.p.solver.flow(value, node(parameters[index]!));
      }
      if (extra) f.p.solver.flow(value, extra.wild);
    });
  }
}

/** What `*args` or `**kwargs` collects. */
function collected(f: Flow, callee: Activation, parameter: ParameterFacts, kind: number): Contents {
  const site = f.p.site(callee, parameter.op);
  f.p.solver.add(f.p.node(callee, parameter.op), f.containers.make(site, kind));
  return f.containers.at(site);
}

/** What stands behind `*x` lands behind as many positions as x has; where that is not known, anywhere from there. */
function bindBehind(
  f: Flow,
  spread: Node,
  at: number,
  behind: readonly Node[],
  count: number,
  toPosition: (value: Node, position: number) => void,
): void {
  f.p.solver.on(spread, (token) => {
    if (f.p.values.kind(token) !== VALUE.container) return;
    const { length } = f.containers.of(token);
    for (const [index, value] of behind.entries()) {
      if (length !== undefined) toPosition(value, at + length + index);
      else for (let position = at + index; position < count; position++) toPosition(value, position);
    }
  });
}

/** Parameters that the call may leave out get their defaults. */
function defaults(f: Flow, callee: Activation, args: Arguments, skip: number): void {
  const { withDefault, positional, byName } = signature(f, callee.function);
  for (const index of withDefault) {
    if (index < positional && index - skip < args.positional.length) continue;
    if (!isNamed(args, byName, index)) flowDefault(f, callee, index);
  }
}

/** Whether a keyword gives a parameter. */
function isNamed({ keywords }: Arguments, byName: ReadonlyMap<number, number>, index: number): boolean {
  for (const name of keywords.keys()) if (byName.get(name) === index) return true;
  return false;
}

/** Values that `*x` iterates over, whose elements have no known positions. */
const ITERATED: ReadonlySet<number> = new Set([VALUE.instance, VALUE.generator, VALUE.libraryInstance]);

/** `*x`: items with known positions go to theirs, others to every position from there on. */
function spreadPositions(
  f: Flow,
  spread: Node,
  at: number,
  count: number,
  toPosition: (value: Node, position: number) => void,
  site: Site,
): void {
  f.p.solver.on(spread, (token) => {
    if (ITERATED.has(f.p.values.kind(token))) {
      const elements = f.p.solver.nodes(1);
      iterateValue(f, token, { ...site, arguments: NO_ARGUMENTS, result: elements });
      for (let position = at; position <= count; position++) toPosition(elements, position);
    }
    if (f.p.values.kind(token) !== VALUE.container) return;
    const contents = f.containers.of(token);
    if (f.p.values.y(token) === CONTAINER.dict) {
      for (let position = at; position <= count; position++) toPosition(contents.keys, position);
      return;
    }
    for (let position = at; position <= count + 8; position++) {
      toPosition(f.containers.slot(contents, `i${position - at}`), position);
    }
  });
}

function spreadNames(
  f: Flow,
  spread: Node,
  byName: (name: number, value: Node) => void,
  toAll: (value: Node) => void,
): void {
  f.p.solver.on(spread, (token) => {
    if (f.p.values.kind(token) !== VALUE.container || f.p.values.y(token) !== CONTAINER.dict) return;
    const contents = f.containers.of(token);
    f.containers.eachKey(contents, (key, value) => {
      if (key.startsWith('s')) byName(f.p.name(key.slice(1)), value);
    });
    toAll(contents.wild);
  });
}
