import { PARAMETER, type ParameterFacts } from '../facts/ir.ts';

/** The parameters of a function as calls look for them. */
export interface Signature {
  readonly parameters: readonly ParameterFacts[];
  /** How many take positions; they stand first. */
  readonly positional: number;
  /** Name -> index of the parameters that keywords may name. */
  readonly byName: ReadonlyMap<number, number>;
  readonly star: ParameterFacts | undefined;
  readonly doubleStar: ParameterFacts | undefined;
}

/** @param nameId the program's number of a name */
export function signatureOf(
  parameters: readonly ParameterFacts[],
  nameId: (name: string) => number,
): Signature {
  const byName = new Map<number, number>();
  let positional = 0;
  parameters.forEach(({ kind, name }, index) => {
    if (kind === PARAMETER.positionalOnly || kind === PARAMETER.normal) positional++;
    if (kind === PARAMETER.normal || kind === PARAMETER.keywordOnly) byName.set(nameId(name), index);
  });
  const star = parameters.find(({ kind }) => kind === PARAMETER.star);
  const doubleStar = parameters.find(({ kind }) => kind === PARAMETER.doubleStar);
  return { parameters, positional, byName, star, doubleStar };
}
