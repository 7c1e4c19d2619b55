import { CONTAINER } from '../../facts/ir.ts';
import { iterate } from '../calls/protocols.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Classes of the builtin exceptions, by their names (library/exceptions). */
const EXCEPTIONS = /^builtins\.(\w*(Error|Exception|Warning|Exit|Interrupt|Iteration)|ExceptionGroup)$/;

/** What builtin exceptions keep under a name is kept once for all of them: the class that stands for them. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['args', 'builtins.BaseException'],
  ['value', 'builtins.StopIteration'],
]);

function keptByAll(f: Flow, name: 'args' | 'value'): Node {
  return f.p.field(f.p.libraryInstance(HOLDERS.get(name)!), f.p.name(name));
}

/** `ValueError(a, b)`: what `args` of exceptions gives; of an instance of the project its own. */
export function keepArguments(f: Flow, callee: string, site: Site, instance?: Token): void {
  if (!f.contexts.isClose || !EXCEPTIONS.test(callee)) return;
  const { positional, stars } = site.arguments;
  if (positional.length === 0 && stars.length === 0) return;
  const id = f.p.site(site.activation, site.op, ARGUMENTS);
  const contents = f.containers.at(id);
  positional.forEach((node, index) => {
    f.p.solver.flow(node, f.containers.slot(contents, `i${index}`));
  });
  for (const { node } of stars) iterate(f, node, { ...site, arguments: NO_ARGUMENTS, result: contents.wild });
  const to = instance === undefined ? keptByAll(f, 'args') : f.p.field(instance, f.p.name('args'));
  f.p.solver.add(to, f.containers.make(id, CONTAINER.tuple));
}

/** The part of a site that holds the arguments of an exception. */
const ARGUMENTS = 5;

/** A generator that is asked for its next value may end: `value` of the exception is what it returns (PEP 380). */
export function keepReturned(f: Flow, generator: Activation): void {
  if (f.contexts.isClose) f.p.solver.flow(generator.returned, keptByAll(f, 'value'));
}

const NAMESPACE = 'argparse.Namespace';

/** `parser.set_defaults(func=f)`: attributes of what `parse_args` gives. */
export function keepDefaults(f: Flow, site: Site): void {
  for (const [name, value] of site.arguments.keywords)
    f.p.solver.flow(value, f.p.field(f.p.libraryInstance(NAMESPACE), name));
}

/** What a program put under a name of a library object. */
export function readKept(f: Flow, object: Token, name: number, to: Node): void {
  if (f.p.values.kind(object) !== VALUE.libraryInstance) return;
  const owner = f.p.text(f.p.values.x(object));
  if (owner === NAMESPACE) return f.p.solver.flow(f.p.field(f.p.libraryInstance(NAMESPACE), name), to);
  if (!f.contexts.isClose || !EXCEPTIONS.test(owner)) return;
  const text = f.p.text(name);
  if (text === 'args' || text === 'value') f.p.solver.flow(keptByAll(f, text), to);
}
