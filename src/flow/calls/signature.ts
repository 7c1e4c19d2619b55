import { PARAMETER, type ParameterFacts } from '../../facts/ir.ts';

/** The parameters of a function as calls look for them. */
export interface Signature {
  readonly parameters: readonly ParameterFacts[];
  /** How many take positions; they stand first. */
  readonly positional: number;
  /** Name -> index of the parameters that keywords may name. */
  readonly byName: ReadonlyMap<number, number>;
  /** Indexes of those that have a default. */
  readonly withDefault: readonly number[];
  readonly star: ParameterFacts | undefined;
  readonly doubleStar: ParameterFacts | undefined;
}

/** @param nameId the program's number of a name */
export function signatureOf(
  parameters: readonly ParameterFacts[],
  nameId: (name: string) => number,
): Signature {
  const byName = new Map<number, number>();
  const withDefault: number[] = [];
  let positional = 0;
  parameters.forEach(({ kind, name, default: value }, index) => {
    if (value >= 0) withDefault.push(index);
    if (kind === PARAMETER.positionalOnly || kind === PARAMETER.normal) positional++;
    if (kind === PARAMETER.normal || kind === PARAMETER.keywordOnly) byName.set(nameId(name), index);
  });
  const star = parameters.find(({ kind }) => kind === PARAMETER.star);
  const doubleStar = parameters.find(({ kind }) => kind === PARAMETER.doubleStar);
  return { parameters, positional, byName, withDefault, star, doubleStar };
}
