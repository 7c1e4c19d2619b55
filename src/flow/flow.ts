import type { OpId } from '../facts/ir.ts';
import type { ConstantOrUnknown } from '../model/constant.ts';
import type { Signature } from './calls/signature.ts';
import type { Classes } from './classes/classes.ts';
import type { Markers } from './classes/markers.ts';
import type { Decisions } from './conditions/decisions.ts';
import type { Containers } from './containers/containers.ts';
import type { Replacements } from './modules/replaced.ts';
import type { Activation, ActivationId, FunctionId } from './solve/activations.ts';
import type { Contexts } from './solve/contexts.ts';
import type { Entries } from './solve/entries.ts';
import type { PairMap } from './solve/pair-map.ts';
import type { Arguments, AttributeNodes, Propagation, SiteId } from './solve/propagation.ts';
import type { QuadSet } from './solve/quad-set.ts';
import type { Node } from './solve/solver.ts';
import type { Stores } from './solve/stores.ts';
import type { Token } from './solve/values.ts';
import type { TypeValues } from './types/values.ts';

/** What code out of sight may use: told of what is made, and of what the program itself calls. */
export interface UnseenUses {
  functionMade(token: Token): void;
  classMade(token: Token): void;
  functionCalled(token: Token): void;
  /** A call in sight enters an activation. */
  activationCalled(id: ActivationId): void;
  /** Whether no call in sight comes to an activation: it stands for what code out of sight may do. */
  isOutOfSight(id: ActivationId): boolean;
  /** Enters what nobody called so far; false: nothing was left. */
  enterRest(): boolean;
}

/** Where what a function returns lies that tests one parameter for None: by whether it gets one. */
export interface NoneReturns {
  readonly given: Node;
  readonly absent: Node;
}

/** A method that answers for attributes by name, as one object has it: asked for each attribute read of the object. */
export interface AttributeGetter {
  readonly callees: Token[];
  readonly asked: { readonly name: number; readonly to: AttributeNodes }[];
}

/** A call that applies a decorator. */
export interface Decoration {
  readonly activation: Activation;
  readonly op: OpId;
}

/**
 * A method that answers for attributes by name, as one object has it: looked up once, asked for each attribute that is
 * read of the object.
 */
export interface AttributeGetter {
  readonly callees: Token[];
  readonly asked: { readonly name: number; readonly to: AttributeNodes }[];
}

/**
 * What is summarised. The library is all there: what it calls of itself is followed, and its modules are loaded by then.
 * Of installed packages also counts what they call of the library, and what their imports run.
 */
export type SummarisedCode = 'library' | 'packages';

/** The value analysis with its tables. */
export interface Flow {
  readonly p: Propagation;
  readonly classes: Classes;
  readonly containers: Containers;
  readonly contexts: Contexts;
  readonly decisions: Decisions;
  readonly entries: Entries;
  readonly markers: Markers;
  readonly replacements: Replacements;
  readonly stores: Stores;
  /** Values of library types. */
  readonly types: TypeValues;
  /**
   * The program is to be summarised: every function is entered as by code out of sight, and a method once for each
   * class of receivers, so that what it does for one class is not told of another.
   */
  readonly summarises: SummarisedCode | undefined;
  /** Contexts of methods by receiver, where the program is summarised. */
  readonly receivers: Map<Token, SiteId>;
  /** Dotted names of the modules outside the project that any file imports, packages around them included. */
  readonly modules: ReadonlySet<string>;
  /** (file, name) -> node of a name that the file does not bind. */
  readonly globals: PairMap;
  /** Applications of decorators, in the order in which they were found. */
  readonly decorations: Decoration[];
  /** (operand, guard) -> node of what the tests of the guard leave of the operand. */
  readonly narrowed: PairMap;
  /** What comes out of an op, by its node, and out of an activation, by -1 less its number; in small programs alone. */
  readonly raised: Map<number, Node>;
  readonly signatures: Map<FunctionId, Signature>;
  /** Per file: the value of each constant plus one; 0 not asked yet, -1 none. */
  readonly constantTokens: Int32Array[];
  /** Constants found so far, by node; filled once the solver is done. */
  readonly constants: Map<Node, ConstantOrUnknown>;
  /** Of functions that test a parameter for None. */
  readonly noneReturns: Map<ActivationId, NoneReturns>;
  /** `__getattr__` and `__getattribute__` of objects: twice the token, and 1 for the latter. */
  readonly getters: Map<number, AttributeGetter>;
  /** Functions that `abc.abstractmethod` was applied to. */
  readonly abstracts: Set<Token>;
  /** What is iterated over: (value, op, where the elements go, 0). */
  readonly iterated: QuadSet;
  /** What `functools.partial` was given, by site. */
  readonly partials: Map<number, Arguments>;
  /** Of partials that bind as methods do: the position among what they were given that the instance takes. */
  readonly receiverPositions: Map<number, number>;
  readonly outside: UnseenUses;
}
