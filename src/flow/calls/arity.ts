import { type FunctionFacts, PARAMETER, type ParameterFacts } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { Arguments } from '../solve/propagation.ts';
import { type Signature, signatureOf } from './signature.ts';

/** The parameters of a function, read off once. */
export function signature(f: Flow, id: FunctionId): Signature {
  let known = f.signatures.get(id);
  if (!known) {
    known = signatureOf(f.p.activations.facts(id).parameters, f.p.program.nameId);
    f.signatures.set(id, known);
  }
  return known;
}

/**
 * Whether the first parameter of a function stands for the object that it is a method of. By convention (PEP 8) it is
 * called so, and no keyword gives it.
 */
export function takesReceiver({ owner, parameters: [first] }: FunctionFacts): boolean {
  if (owner < 0 || first === undefined || first.kind > PARAMETER.normal) return false;
  return first.name === 'self' || first.name === 'cls';
}

/**
 * Whether a call with such arguments gets into a function at all: too many positions, a keyword that no parameter
 * takes or a parameter that gets nothing raise TypeError first (language reference 6.3.4). `skip` parameters are bound
 * already. Arguments that are not all known, and what `*x` and `**x` may hold, are taken to fit; but a method read off
 * its class does not get its object from `**x`.
 */
export function accepts(f: Flow, id: FunctionId, args: Arguments, skip: number): boolean {
  if (!args.isWhole) return true;
  const { parameters, positional, byName, star, doubleStar } = signature(f, id);
  const given = skip + args.positional.length;
  if (given > positional && !star) return false;
  if (!doubleStar) for (const name of args.keywords.keys()) if (!byName.has(name)) return false;
  if (args.stars.length > 0) return true;
  if (args.doubleStars.length > 0) return given > 0 || !takesReceiver(f.p.activations.facts(id));
  const isGiven = (parameter: ParameterFacts, index: number) =>
    index < Math.min(given, positional) ||
    parameter.default >= 0 ||
    parameter === star ||
    parameter === doubleStar ||
    args.keywords.has(f.p.name(parameter.name));
  return parameters.every(isGiven);
}
