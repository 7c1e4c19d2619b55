import type { Signature } from '../../stdlib/types/signature.ts';
import type { Arguments, Site } from '../solve/propagation.ts';
import type { Token } from '../solve/values.ts';
import type { Environment } from './values.ts';

/** A library function about to be called. */
export interface LibraryCall {
  readonly signatures: readonly Signature[];
  readonly env: Environment;
  readonly site: Site;
  readonly args: Arguments;
  /** Of a class: what is made where the signature does not say. */
  readonly made?: Token;
}
