import { ARGUMENT, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type Arguments, NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import type { Token } from '../solve/values.ts';
import { chosenArgument } from './chosen-arguments.ts';
import { operandNode } from './narrowing.ts';

/** An op as a place that calls without arguments; its result is the op's value. */
export function siteAt(f: Flow, activation: Activation, op: OpId): Site {
  return { activation, op, arguments: NO_ARGUMENTS, result: f.p.node(activation, op) };
}

function addBehind(star: { behind?: Node[] }, node: Node): void {
  star.behind ??= [];
  star.behind.push(node);
}

/** Arguments by position alone, as they are written. */
const whole = (positional: readonly Node[]): Arguments => ({
  positional,
  stars: NO_ARGUMENTS.stars,
  keywords: NO_ARGUMENTS.keywords,
  doubleStars: NO_ARGUMENTS.doubleStars,
  isWhole: true,
});

const NOTHING_WRITTEN = whole(NO_ARGUMENTS.positional);

function argumentNode(f: Flow, activation: Activation, op: OpId, value: number, callee?: Token): Node {
  const chosen = callee === undefined ? undefined : chosenArgument(f, activation, op, callee, value);
  return chosen ?? operandNode(f, activation, op, value);
}

/** The arguments of a call op as nodes; of one of several callees, as that one gets them. */
export function argumentsAt(f: Flow, activation: Activation, op: OpId, callee?: Token): Arguments {
  const { facts, names } = activation.file;
  const { lists } = facts;
  const offset = facts.b[op]!;
  const length = lists[offset]!;
  if (length === 0) return NOTHING_WRITTEN;
  if (length === 3 && lists[offset + 1] === ARGUMENT.positional) {
    // many calls: an array of one has no room to grow
    return whole([argumentNode(f, activation, op, lists[offset + 3]!, callee)]);
  }
  const list = listOf(facts, offset);
  const positional: Node[] = [];
  const stars: { node: Node; at: number; behind?: Node[] }[] = [];
  let keywords: Map<number, Node> | undefined;
  const doubleStars: Node[] = [];
  for (let index = 0; index < list.length; index += 3) {
    const node = argumentNode(f, activation, op, list[index + 2]!, callee);
    switch (list[index]) {
      case ARGUMENT.positional:
        if (stars.length === 0) positional.push(node);
        else addBehind(stars[stars.length - 1]!, node);
        break;
      case ARGUMENT.star:
        stars.push({ node, at: positional.length });
        break;
      case ARGUMENT.keyword:
        keywords ??= new Map();
        keywords.set(names[list[index + 1]!]!, node);
        break;
      default:
        doubleStars.push(node);
    }
  }
  // many are kept by what waits for callees: arrays without room to grow, and none where there is nothing
  return {
    positional: positional.length > 0 ? positional.slice() : NO_ARGUMENTS.positional,
    stars: stars.length > 0 ? stars : NO_ARGUMENTS.stars,
    keywords: keywords ?? NO_ARGUMENTS.keywords,
    doubleStars: doubleStars.length > 0 ? doubleStars : NO_ARGUMENTS.doubleStars,
    isWhole: true,
  };
}
