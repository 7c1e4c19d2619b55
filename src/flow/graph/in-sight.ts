import { CALL_FLAGS, OP } from '../../facts/ir.ts';
import { isProject, type ProgramFile } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';

/**
 * Whether what an activation calls belongs to the graph. Code out of sight may do more with a function than the calls
 * in sight: give it other arguments, call a closure that the program only makes. In a small program that runs itself,
 * where bodies of modules call what the program defines, those calls are all there are of a function that they call;
 * what is never called is in the graph like everything of a library. Errs toward missing what importers of such a
 * program do.
 */
export function inSight(f: Flow): (activation: Activation) => boolean {
  if (!isClosed(f)) return () => true;
  const called = new Map<FunctionId, boolean>();
  const isCalled = (id: FunctionId): boolean => {
    let known = called.get(id);
    if (known === undefined) {
      known = f.p.activations.of(id).some((each) => !f.outside.isOutOfSight(each.id));
      called.set(id, known);
    }
    return known;
  };
  return ({ id, function: called }) => !f.outside.isOutOfSight(id) || !isCalled(called);
}

/** Whether a program is small, and runs itself: what it does is what it is for. */
export const isClosed = (f: Flow): boolean => f.contexts.isClose && runsItself(f);

/**
 * Whether a module's body calls a function or class of the project otherwise than as a decorator. What a package does
 * while it is loaded makes it no program.
 */
function runsItself(f: Flow): boolean {
  const { values } = f.p;
  return f.p.modules.some((body) => {
    const { file } = body;
    if (!isProject(file) || isLoadedByOthers(file)) return false;
    let runs = false;
    f.p.edges.each(body, (op, tokens) => {
      const isCall = file.facts.kind[op] === OP.Call && file.facts.c[op] !== CALL_FLAGS.decorator;
      runs ||=
        isCall &&
        tokens.some((token) => values.kind(token) === VALUE.function || values.kind(token) === VALUE.class);
    });
    return runs;
  });
}

const isLoadedByOthers = ({ module, isPackage, kind }: ProgramFile): boolean =>
  kind === 'module' && (isPackage || (module.includes('.') && !module.endsWith('.__main__')));
