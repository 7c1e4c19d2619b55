import { CONTAINER, PARAMETER } from '../facts/ir.ts';
import type { Activation } from './activations.ts';
import type { Flow } from './flow.ts';
import type { Arguments } from './propagation.ts';
import type { Node } from './solver.ts';
import { VALUE } from './values.ts';

/**
 * Arguments to parameters (language reference 6.3.4). `skip` parameters are bound already (the receiver). Keywords
 * that no parameter takes go to `**kwargs`, extra positions to `*args`; `*x` and `**x` spread over what they may
 * reach.
 */
export function bind(f: Flow, callee: Activation, args: Arguments, skip: number): void {
  const facts = callee.file.facts.functions[callee.index]!;
  const parameters = facts.parameters.slice(skip);
  const positional = parameters.filter(
    ({ kind }) => kind === PARAMETER.positionalOnly || kind === PARAMETER.normal,
  );
  const node = (parameter: (typeof parameters)[number]) => f.p.node(callee, parameter.op);
  const star = facts.parameters.find(({ kind }) => kind === PARAMETER.star);
  const double = facts.parameters.find(({ kind }) => kind === PARAMETER.doubleStar);
  const rest = star && f.containers.at(f.p.site(callee, star.op));
  const extra = double && f.containers.at(f.p.site(callee, double.op));
  if (star)
    f.p.solver.add(f.p.node(callee, star.op), f.containers.make(f.p.site(callee, star.op), CONTAINER.tuple));
  if (double) {
    f.p.solver.add(
      f.p.node(callee, double.op),
      f.containers.make(f.p.site(callee, double.op), CONTAINER.dict),
    );
  }
  const toPosition = (value: Node, position: number) => {
    const parameter = positional[position];
    if (parameter) f.p.solver.flow(value, node(parameter));
    else if (rest) f.p.solver.flow(value, f.containers.slot(rest, `i${position - positional.length}`));
  };
  args.positional.forEach(toPosition);
  for (const { node: spread, at } of args.stars)
    spreadPositions(f, spread, at, positional.length, toPosition);
  const byName = (name: number, value: Node) => {
    const text = f.p.text(name);
    const parameter = parameters.find(
      (candidate) =>
        candidate.name === text &&
        (candidate.kind === PARAMETER.normal || candidate.kind === PARAMETER.keywordOnly),
    );
    if (parameter) f.p.solver.flow(value, node(parameter));
    else if (extra) f.p.solver.flow(value, f.containers.slot(extra, `s${text}`));
  };
  for (const [name, value] of args.keywords) byName(name, value);
  for (const spread of args.doubleStars)
    spreadNames(f, spread, byName, (value) => {
      for (const parameter of parameters) {
        if (parameter.kind === PARAMETER.normal || parameter.kind === PARAMETER.keywordOnly) {
          f.p.solver.flow(value, node(parameter));
        }
      }
      if (extra) f.p.solver.flow(value, extra.wild);
    });
}

/** `*x`: items with known positions go to theirs, others to every position from there on. */
function spreadPositions(
  f: Flow,
  spread: Node,
  at: number,
  count: number,
  toPosition: (value: Node, position: number) => void,
): void {
  f.p.solver.on(spread, (token) => {
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
