import { OP, type OpId, PARAMETER, type ParameterKind } from '../../facts/ir.ts';
import type { CallView, FunctionView, ParameterKindView } from '../../model/program-view.ts';
import type { CallSite } from '../graph/call-sites.ts';
import { functionName } from '../graph/callee-names.ts';
import type { FunctionId } from '../solve/activations.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';
import { reachedEvents } from './reached.ts';

const PARAMETER_KINDS: Readonly<Record<ParameterKind, ParameterKindView>> = {
  [PARAMETER.positionalOnly]: 'positional-only',
  [PARAMETER.normal]: 'normal',
  [PARAMETER.star]: 'star',
  [PARAMETER.keywordOnly]: 'keyword-only',
  [PARAMETER.doubleStar]: 'double-star',
};

/** The view of a function; its calls, raises and events are looked up when asked for. */
export function functionView(
  index: ProgramIndex,
  id: FunctionId,
  viewOf: (site: CallSite) => CallView,
): FunctionView {
  const { activations } = index.flow.p;
  const file = activations.fileOfFunction(id);
  const facts = activations.facts(id);
  const { at } = facts;
  return {
    file: file.path,
    at,
    site: at,
    enclosing: facts.qualifiedName,
    name: functionName(index.flow, id),
    kind: facts.kind,
    isAsync: facts.async,
    isGenerator: facts.generator,
    parameters: facts.parameters.map(({ name, kind }) => ({ name, kind: PARAMETER_KINDS[kind] })),
    calls: () => index.callsIn(id).map(viewOf),
    raises: () => raises(index, id),
    reaches: (texts = {}, options = {}) => reachedEvents(index, id, texts, options),
  };
}

/** Any handler around counts, whatever it catches: errs toward calling a `raise` handled. */
function raises(index: ProgramIndex, id: FunctionId): ReturnType<FunctionView['raises']> {
  const { activations } = index.flow.p;
  const file = activations.fileOfFunction(id);
  const { start, end } = activations.facts(id);
  const found: OpId[] = [];
  for (let op = start; op < end; op++) if (file.facts.kind[op] === OP.Raise) found.push(op as OpId);
  return found.map((op) => ({ ...placeOf(file, op), isHandled: file.facts.b[op] === 1 }));
}
