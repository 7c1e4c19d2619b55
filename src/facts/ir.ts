import type { Brand } from '../model/brand.ts';
import type { Constant } from '../model/constant.ts';
import type { Span } from '../model/finding.ts';
import type { Pragma } from './pragmas.ts';

/** Index of an op in its file; the op's value bears the same number. */
export type OpId = Brand<number, 'OpId'>;
export const NO_OP = -1 as OpId;
/** Index into `FileFacts.functions`; 0 is the module body. */
export type FunctionIndex = Brand<number, 'FunctionIndex'>;
export type ClassIndex = Brand<number, 'ClassIndex'>;
export type ScopeId = Brand<number, 'ScopeId'>;
/** A name of a scope: index into `FileFacts.variables`. */
export type VariableId = Brand<number, 'VariableId'>;
/** Index into `FileFacts.names`. */
export type NameId = Brand<number, 'NameId'>;
/** Index into `FileFacts.guards`; 0 guards nothing. */
export type GuardId = Brand<number, 'GuardId'>;

/**
 * The ops. Operands a, b, c by kind; "list" is an offset into `lists`, where a length stands before the entries.
 * An op without a value still has a number.
 */
export const OP = {
  /** a constant */
  Const: 0,
  /** a parameter's position in the function */
  Parameter: 1,
  /** a variable: its union over all writes, read from another scope or where flow order says nothing */
  LoadVariable: 2,
  /** a variable, b value */
  StoreVariable: 3,
  /** a name: not bound in this file; a star import's or a builtin */
  LoadName: 4,
  /** a name of builtins, where a branch leaves the module's own unbound */
  LoadBuiltin: 5,
  /** a name of the module (dotted), b 1 when the whole path is bound (`import a.b as c`), c 1 lazy */
  Import: 6,
  /** a module name, b imported name, c level * 2 + lazy */
  ImportFrom: 7,
  /** a module name, c level * 2 + lazy */
  ImportStar: 8,
  /** a object, b name; c above 0: of the names that op c - 1 gives */
  Attribute: 9,
  /** a object, b name, c value */
  SetAttribute: 10,
  /** a object, b name */
  DeleteAttribute: 11,
  /** a object, b key */
  Item: 12,
  /** a object, b key, c value */
  SetItem: 13,
  /** a object, b key */
  DeleteItem: 14,
  /** a callee, b list of (argument kind, name or -1, value), c CALL_FLAGS */
  Call: 15,
  /** a function, b list of (parameter, default value) */
  Closure: 16,
  /** a class, b list of base values, c list of (keyword name, value) */
  Class: 17,
  /** a class op, b name, c value: an attribute at the end of the class body */
  ClassAttribute: 18,
  /** a CONTAINER, b list of items; dict: (key or -1, value) pairs; a star item is -2 - value */
  Container: 19,
  /** a value, b index (from the end if negative), c 1: the starred rest */
  Unpack: 20,
  /** a iterable, b 1 async: an element */
  Iterate: 21,
  Await: 22,
  /** a value or -1 */
  Yield: 23,
  YieldFrom: 24,
  /** a context manager, b 1 async: what `as` gets */
  Enter: 25,
  Exit: 26,
  Return: 27,
  /** a exception or -1, b 1 within a `try` that has handlers, c its cause or -1 */
  Raise: 28,
  /** a type or -1: the caught exception; b list of first op of the `try` block, op behind it, types asked before; c 1 for `except*`, 2 where no name is given to it */
  Catch: 29,
  /** a left, b right, c name of the operator */
  Binary: 30,
  Compare: 31,
  /** a operand, c name of the operator */
  Unary: 32,
  /** a left, b right, c 1 for `and`: one of both */
  Boolean: 33,
  /** b list of values: one of them; a above 0: op a - 1 chooses the first of two where it is true */
  Join: 34,
  /** b list of parts, text constants and replaced values; c 1 template string */
  Format: 35,
  /** a value, b name of the conversion or -1: a replacement field */
  FormatField: 36,
  /** b list of bounds (-1 absent) */
  Slice: 37,
  /** a left, b right, c operator: `x += y` */
  InPlace: 38,
  /** b list of element values, a CONTAINER or 4 for a generator expression, c guard around them; dict: (key, value) */
  Comprehension: 39,
  /** a value tested for truth */
  Test: 40,
  /** nothing known */
  Unknown: 41,
  /** a class op, or an object, b name, c list of (annotation, value or -1): `x: T` in a class body, `self.x: T` */
  Field: 42,
} as const;
export type OpKind = (typeof OP)[keyof typeof OP];

export const CONTAINER = { list: 0, tuple: 1, set: 2, dict: 3, generator: 4 } as const;
export const ARGUMENT = { positional: 0, star: 1, keyword: 2, doubleStar: 3 } as const;
/** `followed`: runs a text whose ops stand behind the call. */
export const CALL_FLAGS = { none: 0, decorator: 1, followed: 2 } as const;

/** The operator of a `Compare` that a class pattern stands for: the left is an instance of the right, or of one in it. */
export const MATCHES_CLASS = 'isinstance';
/** The same of a sequence pattern: the left has as many items as the right says, of -1 - n at least n. */
export const MATCHES_LENGTH = 'matches-length';
/** The same of a mapping pattern: the left has the keys in the tuple on the right. */
export const MATCHES_KEYS = 'matches-keys';

/** Why an op may not run. `test` holds `condition` and polarity; `annotation` ops run only on some versions. */
export const GUARD = { test: 0, handler: 1, loop: 2, annotation: 3, typeParameters: 4 } as const;
export type GuardKind = (typeof GUARD)[keyof typeof GUARD];

/** Links of ops to guards: each guard lies within its parent. */
export interface Guard {
  readonly parent: GuardId;
  readonly kind: GuardKind;
  readonly condition: OpId;
  /** The condition is true here. */
  readonly when: boolean;
}

export const PARAMETER = { positionalOnly: 0, normal: 1, star: 2, keywordOnly: 3, doubleStar: 4 } as const;
export type ParameterKind = (typeof PARAMETER)[keyof typeof PARAMETER];

export interface ParameterFacts {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly op: OpId;
  /** Value of the annotation, an op of the enclosing function; NO_OP if none. */
  readonly annotation: OpId;
  readonly default: OpId;
}

export interface FunctionFacts {
  readonly name: string;
  /** Without the module: `C.m`, `f.g`; `<lambda1>` for the first lambda of its scope; empty for the body. */
  readonly qualifiedName: string;
  readonly kind: 'module' | 'function' | 'lambda';
  readonly async: boolean;
  generator: boolean;
  /** Function whose ops make the closure; -1 for the module body. */
  readonly parent: FunctionIndex;
  /** Guard around the definition; its body runs within. */
  readonly guard: GuardId;
  /** Class whose body holds the definition directly; -1 if none. */
  readonly owner: ClassIndex;
  parameters: readonly ParameterFacts[];
  readonly returns: OpId;
  /** Ops from `start` to `end` (exclusive). */
  start: number;
  end: number;
  /** The definition's name, or the lambda. */
  readonly at: Span;
}

export interface ClassFacts {
  readonly name: string;
  readonly qualifiedName: string;
  readonly op: OpId;
  readonly function: FunctionIndex;
  readonly owner: ClassIndex;
  readonly at: Span;
}

export interface VariableFacts {
  readonly name: string;
  readonly scope: ScopeId;
  /** Function whose activation holds it; class-level names belong to the function around. */
  readonly function: FunctionIndex;
}

/** What lowering could not represent. */
export interface FactLimit {
  readonly kind: 'too-deep';
  readonly at: Span;
}

/**
 * Everything later stages know of a file. No path, no module name: equal files have equal facts. Offsets are UTF-16.
 */
export interface FileFacts {
  readonly names: readonly string[];
  readonly constants: readonly Constant[];
  readonly variables: readonly VariableFacts[];
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly guards: readonly Guard[];
  readonly kind: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly guard: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly atFrom: Int32Array;
  readonly atTo: Int32Array;
  readonly lists: Int32Array;
  /** Module-level names: variable of each. */
  readonly globals: ReadonlyMap<string, VariableId>;
  /** `__all__`, where there is one; `*m` stands for what `m.__all__` adds, `*` for names that cannot be read off. */
  readonly exports?: readonly string[] | undefined;
  /** `from __future__ import annotations`. */
  readonly postponedAnnotations: boolean;
  readonly limits: readonly FactLimit[];
  /** Comments that speak to this tool, in order. */
  readonly pragmas: readonly Pragma[];
  /** Syntax problems, as the parser gave them. */
  readonly problems: readonly {
    readonly class: 'syntax' | 'semantic';
    readonly from: number;
    readonly to: number;
    readonly message: string;
  }[];
}
