import type { Brand } from './brand.ts';
import type { ArgumentMap, Condition, EventRule, Raiser } from './catalogue.ts';
import type { ConfiguredRaiser } from './configured-raiser.ts';
import type { NamedRule } from './named-rule.ts';
import type { TargetMask } from './targets.ts';

/** Position of a rule in `RaiserTable.rules`. */
export type EventId = Brand<number, 'EventId'>;

/** One raiser of one event, with its targets resolved. */
export interface CompiledRaiser {
  readonly event: EventId;
  readonly raiser: Raiser;
  readonly targets: TargetMask;
  readonly when: readonly Condition[];
  readonly map: ArgumentMap;
  /**
   * One of several cases of an API that together leave no call out (`shell` true or false): a condition that cannot
   * be decided costs nothing here, since one of the cases comes for certain.
   */
  readonly exhaustive?: true;
}

/**
 * What the table must know of library names that raise nothing themselves, so that a raiser behind them is found.
 * All names are dotted names of classes and objects; data in `rules/library-values.ts`.
 */
export interface LibraryValues {
  /** Module-level object -> the class it is an instance of: `os.environ` -> `os._Environ`. */
  readonly instances: Readonly<Record<string, string>>;
  /** Callable -> the class of what it gives: `sys._getframe` -> `types.FrameType`. Methods as `class.method`. */
  readonly returns: Readonly<Record<string, string>>;
  /** Callable that gives a tuple -> the classes of its items; null where nothing depends on the item. */
  readonly tuples: Readonly<Record<string, readonly (string | null)[]>>;
  /** Callable that gives a class -> a class that what it gives derives from: `ctypes.CFUNCTYPE`. */
  readonly classes: Readonly<Record<string, string>>;
  /** Class -> its bases, in order. */
  readonly bases: Readonly<Record<string, readonly string[]>>;
  /** `class.attribute` -> the class of the attribute's value: `types.FrameType.f_back` -> `types.FrameType`; `*`: of any other. */
  readonly members: Readonly<Record<string, string>>;
  /** Other names of an object -> the name that `returns`, `bases` and the raisers use. */
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * What `flow` asks: which events does this API raise directly? Keys are canonical names; `canonical` maps every
 * alias to its key. Made once from the rules; immutable.
 */
export interface RaiserTable {
  readonly rules: readonly EventRule[];
  /** The same and the rules beyond the table that run: all that selectors may name and reports describe. */
  readonly named: readonly NamedRule[];
  readonly eventIds: ReadonlyMap<string, EventId>;
  readonly canonical: ReadonlyMap<string, string>;
  /** Functions, methods and classes by canonical dotted name. */
  readonly calls: ReadonlyMap<string, readonly CompiledRaiser[]>;
  /** Attribute access, by attribute name, then in the raiser the class. `*` holds the wildcard rows. */
  readonly attributes: ReadonlyMap<string, readonly CompiledRaiser[]>;
  readonly imports: readonly CompiledRaiser[];
  readonly interpreter: readonly CompiledRaiser[];
  /** Result class of a call, by canonical name: the raisers' `returns` and those of `LibraryValues`. */
  readonly returns: ReadonlyMap<string, string>;
  /** The rest of `LibraryValues`, by canonical name. */
  readonly tuples: ReadonlyMap<string, readonly (string | null)[]>;
  readonly instances: ReadonlyMap<string, string>;
  readonly bases: ReadonlyMap<string, readonly string[]>;
  readonly classes: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
  /** What the project's configuration says of callables, where it says something. */
  readonly configured?: readonly ConfiguredRaiser[];
}
