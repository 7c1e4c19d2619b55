/** A number or string that cannot pass for another of its kind: `Brand<number, 'ScopeId'>`. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** For the default of an exhaustive switch: the compiler refuses a case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}
