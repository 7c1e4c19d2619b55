/**
 * What a library callable does with callables it is given, as data: rows of the standard library stand beside this
 * file, and configuration may add rows of the same form.
 */
export interface CallbackModel {
  /** The calls it makes, in order; a later one may use what an earlier one gave. */
  readonly calls: readonly CallbackCall[];
  /** What the callable gives back; left out: what its types say. */
  readonly gives?: Given | readonly Given[];
}

/** One call: of an operand, or of a method of it. */
export interface CallbackCall {
  readonly callee: Operand;
  /** The method that is called; of classes of the project alone, where they have it. `visit_*`: each such method. */
  readonly method?: string;
  readonly passes?: readonly Passed[];
  readonly named?: Readonly<Record<string, Operand>>;
  /** Left out: during the call. All count as made where the callable was handed over. */
  readonly when?: 'later' | 'exit' | 'thread';
}

/**
 * A value that the callable has at hand. A number is a positional argument; `receiver` the object whose method is
 * called; `result` what the calls before gave.
 */
export type Operand =
  | number
  | 'receiver'
  | 'result'
  /** A positional argument that may be named as well, or one that must be. */
  | { readonly at?: number; readonly named: string }
  /** What iterating gives. */
  | { readonly elementOf: Operand }
  /** The arguments from a position on, or, where there is one alone, its elements (`min`, `max`). */
  | { readonly candidatesFrom: number }
  /** What iterating any argument from a position on gives. */
  | { readonly elementsFrom: number }
  /** An instance of the class that the operand holds. */
  | { readonly instanceOf: Operand }
  /** An instance of a library class, with type arguments where it takes some. */
  | { readonly an: string; readonly of?: readonly string[] }
  /** A constant text. */
  | { readonly text: string }
  /** A type argument of the receiver: the elements of a list, say. */
  | { readonly typeArgument: number };

/** Positional arguments of a call. */
export type Passed =
  | Operand
  /** An element of each argument from a position on: `map`. */
  | { readonly eachFrom: number }
  /** The arguments from a position on, with those given by name. */
  | { readonly restFrom: number }
  /** `*operand` */
  | { readonly spread: Operand }
  /** `**operand` */
  | { readonly spreadNamed: Operand };

export type Given =
  /** What its types say, besides the rest. */
  | 'types'
  | { readonly value: Operand }
  /** A list that holds the operand. */
  | { readonly listOf: Operand }
  /** An instance of a generic class whose last type argument is the operand. */
  | { readonly made: string; readonly of: Operand };
