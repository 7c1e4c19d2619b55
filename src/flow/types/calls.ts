import type { Signature } from '../../stdlib/types/signature.ts';
import type { Type } from '../../stdlib/types/type.ts';
import type { Flow } from '../flow.ts';
import { FALLBACK } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import type { Token } from '../solve/values.ts';
import { bindVariables } from './binding.ts';
import type { LibraryCall } from './library-call.ts';
import { argumentFor, constantOf, fits, takesConstant, takesValue } from './overloads.ts';

/**
 * Gives the result of a library call: of the overload that its arguments pick. Shape and constants decide first, then
 * the classes of the values, as they arrive; where neither tells, each remaining overload may be meant.
 */
export function applySignatures(f: Flow, call: LibraryCall): void {
  const possible = candidates(f, call);
  const [first] = possible;
  if (!first) return;
  if (possible.length === 1 || possible.every((one) => outcome(one, call) === outcome(first, call))) {
    for (const signature of possible) apply(f, call, signature);
    return;
  }
  const node = decidingArgument(f, call, possible);
  if (node === undefined) {
    // without constants that tell them apart, the first that fits is the usual case
    return apply(f, call, first);
  }
  const taken = new Set<Signature>();
  f.p.solver.on(node, (token) => {
    const signature = possible.find((one) => {
      const parameter = one.parameters.find((each) => argumentFor(f, call.args, one, each) === node);
      return !parameter?.type || takesValue(f, parameter.type, token);
    });
    if (!signature || taken.has(signature)) return;
    taken.add(signature);
    apply(f, call, signature);
  });
  f.p.whenEmpty(node, FALLBACK.overload, () => {
    for (const signature of possible) apply(f, call, signature);
  });
}

const outcome = (signature: Signature, { made }: LibraryCall): string =>
  made === undefined || signature.result.kind !== 'none'
    ? signature.result.text
    : (signature.receiver?.text ?? '@');

function candidates(f: Flow, call: LibraryCall): readonly Signature[] {
  const { signatures, args, site } = call;
  if (signatures.length === 1) return signatures;
  const shaped = signatures.filter((signature) => fits(f, args, signature));
  if (shaped.length < 2) return shaped;
  const told = shaped.filter((signature) =>
    signature.parameters.every((parameter) => {
      const { type } = parameter;
      if (!type) return true;
      const node = argumentFor(f, args, signature, parameter);
      if (node === undefined) return true;
      const constant = constantOf(site, node);
      return constant === undefined
        ? type.kind !== 'literal' || !isMode(type)
        : takesConstant(type, constant);
    }),
  );
  const receiver = call.env.self;
  const own =
    receiver === undefined
      ? told
      : told.filter(
          (one) => !one.receiver || call.made !== undefined || takesReceiver(f, one.receiver, receiver, call),
        );
  return own.length > 0 ? own : told;
}

/** Long lists of texts (modes of `open`): a text unknown here is more likely none of them. */
const isMode = (type: Type): boolean => type.kind === 'literal' && type.values.length > 6;

/** `self: IO[bytes]`: class and type arguments of the receiver agree. */
function takesReceiver(f: Flow, type: Type, receiver: Token, { env }: LibraryCall): boolean {
  if (!takesValue(f, type, receiver)) return false;
  if (type.kind !== 'class' || type.args.length === 0) return true;
  return type.args.every((arg, position) => {
    const node = f.types.argumentAs(receiver, type.name, position);
    if (node === undefined || arg.kind !== 'class') return true;
    const held = f.p.solver.at(node);
    return held.length === 0 || held.some((token) => takesValue(f, arg, token)) || env.variables.size === 0;
  });
}

/** The first argument whose parameter differs between the overloads. */
function decidingArgument(f: Flow, call: LibraryCall, possible: readonly Signature[]): Node | undefined {
  const [first] = possible;
  for (const parameter of first!.parameters) {
    const node = argumentFor(f, call.args, first!, parameter);
    if (node === undefined || constantOf(call.site, node) !== undefined) continue;
    const types = possible.map(
      (one) => one.parameters.find((each) => argumentFor(f, call.args, one, each) === node)?.type?.text,
    );
    if (types.some((text) => text !== types[0])) return node;
  }
  return undefined;
}

function apply(f: Flow, call: LibraryCall, signature: Signature): void {
  const env = bindVariables(f, call, signature);
  if (call.made === undefined) return f.types.put(signature.result, env, call.site.result);
  if (signature.receiver) f.types.put(signature.receiver, env, call.site.result);
  else if (signature.result.kind === 'none' || signature.result.kind === 'self') {
    f.p.solver.add(call.site.result, call.made);
  } else f.types.put(signature.result, env, call.site.result);
}
