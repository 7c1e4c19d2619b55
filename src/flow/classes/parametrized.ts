import { partialOf } from '../calls/partials.ts';
import { iterate } from '../calls/protocols.ts';
import type { Flow } from '../flow.ts';
import type { ActivationId, FunctionId } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Name of the decorator that `pytest.mark.parametrize(...)` gives. */
export const PARAMETRIZED = 'pytest.mark.parametrize.<decorator>';

/** `pytest.mark.parametrize(names, rows)`: a decorator that remembers both (pytest's "How to parametrize"). */
export function parametrize(f: Flow, site: Site): void {
  const { positional, keywords } = site.arguments;
  const names = positional[0] ?? keywords.get(f.p.name('argnames'));
  const rows = positional[1] ?? keywords.get(f.p.name('argvalues'));
  if (names === undefined || rows === undefined) return;
  const decorator = f.p.solver.nodes(1);
  f.p.solver.add(decorator, f.p.library(PARAMETRIZED));
  f.p.solver.add(site.result, partialOf(f, [decorator, names, rows]));
}

/** The decorator at work: what the rows hold reaches the parameters they are named for; the function stays. */
export function parametrized(f: Flow, site: Site): void {
  const [names, rows, decorated] = site.arguments.positional;
  if (names === undefined || rows === undefined || decorated === undefined) return;
  const { solver, values } = f.p;
  solver.flow(decorated, site.result);
  const row = solver.nodes(1);
  iterate(f, rows, { ...site, arguments: NO_ARGUMENTS, result: row });
  solver.on(decorated, (fn) => {
    if (values.kind(fn) !== VALUE.function) return;
    const one = (name: string, position: number | undefined) => give(f, fn, name, row, position);
    solver.on(names, (token) => {
      if (values.kind(token) === VALUE.text) {
        const parts = f.p.text(values.x(token)).split(',');
        for (const [index, part] of parts.entries()) one(part.trim(), parts.length > 1 ? index : undefined);
      } else if (values.kind(token) === VALUE.container) listed(f, token, one);
    });
  });
}

/** Names in a list or tuple of their own. */
function listed(f: Flow, names: Token, give: (name: string, position: number) => void): void {
  const { solver, values } = f.p;
  for (const [key, node] of f.containers.of(names).byKey) {
    solver.on(node, (token) => {
      if (values.kind(token) === VALUE.text) give(f.p.text(values.x(token)), Number(key.slice(1)));
    });
  }
}

function give(f: Flow, fn: Token, name: string, row: Node, position: number | undefined): void {
  const { solver, values, activations } = f.p;
  const id = values.x(fn) as FunctionId;
  const parameter = activations.facts(id).parameters.find((each) => each.name === name);
  if (!parameter) return;
  const entered = f.p.activate(activations.enter(id, values.y(fn) as ActivationId, -1));
  const into = f.p.node(entered, parameter.op);
  if (position === undefined) return solver.flow(row, into);
  solver.on(row, (token) => {
    if (values.kind(token) !== VALUE.container) return;
    solver.flow(f.containers.slot(f.containers.of(token), `i${position}`), into);
  });
}
